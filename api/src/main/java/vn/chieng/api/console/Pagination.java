package vn.chieng.api.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * One page of a list, so that "50 / 1.204" and the links to the others can be shown.
 *
 * @param base path and query of the list without its page number
 * @param shown rows on this page
 * @param total rows in all
 * @param size rows on a full page
 * @param number this page, from 1
 */
public record Pagination(String base, long shown, long total, int size, int number) {

    private static final int AROUND = 2;

    public Pagination {
        if (size < 1 || number < 1 || total < 0 || shown < 0) {
            throw new IllegalArgumentException("a page has a size, a number from 1, and no negative count");
        }
    }

    /** How many pages there are, at least one. */
    public int pages() {
        return (int) Math.max(1, Math.ceilDiv(total, size));
    }

    /** The page numbers to link to, in order; 0 stands for a gap. */
    public List<Integer> links() {
        List<Integer> links = new ArrayList<>();
        IntStream.rangeClosed(1, pages())
                .filter(page -> page == 1 || page == pages() || Math.abs(page - number) <= AROUND)
                .forEach(page -> {
                    if (!links.isEmpty() && links.getLast() != page - 1) {
                        links.add(0);
                    }
                    links.add(page);
                });
        return List.copyOf(links);
    }

    /** Where a page is. */
    public String path(int page) {
        return UriComponentsBuilder.fromUriString(base)
                .replaceQueryParam("page", page)
                .build()
                .toUriString();
    }
}
