package vn.chieng.testbed.opensearch;

import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.geo.GeoModulePlugin;
import org.opensearch.index.mapper.MapperExtrasModulePlugin;
import org.opensearch.index.reindex.ReindexModulePlugin;
import org.opensearch.ingest.common.IngestCommonModulePlugin;
import org.opensearch.join.ParentJoinModulePlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.painless.PainlessModulePlugin;
import org.opensearch.percolator.PercolatorModulePlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.script.mustache.MustacheModulePlugin;
import org.opensearch.search.aggregations.matrix.MatrixAggregationModulePlugin;
import org.opensearch.transport.Netty4ModulePlugin;

/** A node whose plugins come from the class path instead of a plugins folder. */
final class SearchNode extends Node {

    private static final List<Class<? extends Plugin>> PLUGINS = List.of(
            Netty4ModulePlugin.class,
            CommonAnalysisModulePlugin.class,
            PainlessModulePlugin.class,
            MustacheModulePlugin.class,
            ReindexModulePlugin.class,
            PercolatorModulePlugin.class,
            MapperExtrasModulePlugin.class,
            ParentJoinModulePlugin.class,
            MatrixAggregationModulePlugin.class,
            IngestCommonModulePlugin.class,
            GeoModulePlugin.class);

    SearchNode(Settings settings) {
        super(
                InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "chieng-1"),
                PLUGINS.stream()
                        .map(Class::getName)
                        .map(SearchNode::onClassPath)
                        .toList(),
                true);
    }

    private static PluginInfo onClassPath(String name) {
        return new PluginInfo(name, "on the class path", "NA", Version.CURRENT, "25", name, List.of(), false);
    }
}
