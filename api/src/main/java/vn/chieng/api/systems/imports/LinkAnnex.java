package vn.chieng.api.systems.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.chieng.api.spreadsheets.Sheet;
import vn.chieng.api.systems.belongings.StatedLink;
import vn.chieng.api.systems.lists.LinkColumns;
import vn.chieng.api.systems.lists.SystemColumns;

/** The second sheet of a workbook, one row for each link, brought into the column of links of the first. */
final class LinkAnnex {
    private LinkAnnex() {}

    /** A row of the annex that names no row of the table, or states no link. */
    record Misplaced(int row, String text) {}

    /** The table with the links of the annex in it, and what could not be placed. */
    record Merged(Sheet sheet, List<Misplaced> misplaced) {}

    /** A cell that states links itself keeps them. */
    static Merged into(Sheet sheet, Sheet annex) {
        List<Misplaced> misplaced = new ArrayList<>();
        Map<String, List<StatedLink>> bySystem = new LinkedHashMap<>();
        Set<String> known = new LinkedHashSet<>();
        sheet.rows().forEach(row -> known.add(key(row.cell(SystemColumns.CODE), row.cell("name"))));
        for (Sheet.Row row : annex.rows()) {
            String key = key(row.cell(LinkColumns.SYSTEM_CODE), row.cell(LinkColumns.SYSTEM_NAME));
            Optional<StatedLink> link = StatedLink.of(
                    row.cell(LinkColumns.KIND),
                    row.cell(LinkColumns.DIRECTION),
                    row.cell(LinkColumns.OTHER_CODE),
                    row.cell(LinkColumns.OTHER_NAME),
                    row.cell(LinkColumns.DATA));
            if (link.isPresent() && known.contains(key)) {
                bySystem.computeIfAbsent(key, _ -> new ArrayList<>()).add(link.get());
            } else {
                misplaced.add(
                        new Misplaced(row.number(), String.join(" ", row.cells().values())));
            }
        }
        List<String> columns = new ArrayList<>(sheet.columns());
        if (!sheet.has(SystemColumns.LINKS)) {
            columns.add(SystemColumns.LINKS);
        }
        List<Sheet.Row> rows =
                sheet.rows().stream().map(row -> filled(row, bySystem)).toList();
        return new Merged(new Sheet(sheet.headerRow(), columns, rows), List.copyOf(misplaced));
    }

    private static Sheet.Row filled(Sheet.Row row, Map<String, List<StatedLink>> bySystem) {
        List<StatedLink> links = bySystem.get(key(row.cell(SystemColumns.CODE), row.cell("name")));
        if (links == null || !row.cell(SystemColumns.LINKS).isEmpty()) {
            return row;
        }
        Map<String, String> cells = new LinkedHashMap<>(row.cells());
        cells.put(SystemColumns.LINKS, StatedLink.text(links));
        return new Sheet.Row(row.number(), cells);
    }

    /** By its code, and a new one by its name. */
    private static String key(String code, String name) {
        return code.isEmpty() ? "name " + name : "code " + code;
    }
}
