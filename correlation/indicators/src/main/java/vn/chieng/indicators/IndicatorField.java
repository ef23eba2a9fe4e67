package vn.chieng.indicators;

import java.util.List;

/**
 * A field of an event in which indicators may occur.
 *
 * @param path dotted, as ECS writes it
 */
public record IndicatorField(String path, FieldKind kind) {

    /** The fields that ship with the product. */
    public static List<IndicatorField> shipped() {
        return ShippedLines.of("fields.txt").map(IndicatorField::read).toList();
    }

    private static IndicatorField read(String line) {
        String[] parts = line.split("\\s+", 2);
        if (parts.length != 2) {
            throw new IllegalStateException("a field and its kind are wanted: " + line);
        }
        return new IndicatorField(parts[0], FieldKind.ofCode(parts[1]));
    }
}
