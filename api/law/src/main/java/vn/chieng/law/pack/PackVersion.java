package vn.chieng.law.pack;

import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;

/** The name of a pack and of its version, stored with every result. */
public record PackVersion(String pack, String version) implements Comparable<PackVersion> {
    private static final Pattern VERSION = Pattern.compile("\\d{1,6}(\\.\\d{1,6}){0,3}");
    private static final Comparator<PackVersion> ORDER =
            Comparator.comparing(PackVersion::pack).thenComparing(PackVersion::numbers, Arrays::compare);

    public PackVersion {
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("\"" + version + "\" is no version: write numbers joined by dots");
        }
    }

    private int[] numbers() {
        return Arrays.stream(version.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    @Override
    public int compareTo(PackVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return pack + " " + version;
    }
}
