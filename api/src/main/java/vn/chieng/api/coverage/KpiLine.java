package vn.chieng.api.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The line of the KPI over the months, drawn on the server; months of which nothing is known break it. */
record KpiLine(List<String> lines, List<Point> points) {
    static final int WIDTH = 640;
    static final int HEIGHT = 160;
    private static final int LEFT = 40;
    private static final int TOP = 12;
    private static final int PLOT_WIDTH = WIDTH - LEFT - 12;
    private static final int PLOT_HEIGHT = HEIGHT - TOP - 24;
    private static final int ALL = 100;

    /** A month with its share in per cent. */
    record Point(int x, int y, int share) {}

    static KpiLine of(List<MonthCount> months) {
        List<String> lines = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        List<Point> run = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            Integer share = months.get(i).share();
            if (share == null) {
                close(run, lines);
                continue;
            }
            int x = LEFT + (months.size() == 1 ? PLOT_WIDTH / 2 : i * PLOT_WIDTH / (months.size() - 1));
            Point point = new Point(x, TOP + PLOT_HEIGHT - share * PLOT_HEIGHT / ALL, share);
            run.add(point);
            points.add(point);
        }
        close(run, lines);
        return new KpiLine(List.copyOf(lines), List.copyOf(points));
    }

    private static void close(List<Point> run, List<String> lines) {
        if (run.size() > 1) {
            lines.add(run.stream().map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" ")));
        }
        run.clear();
    }
}
