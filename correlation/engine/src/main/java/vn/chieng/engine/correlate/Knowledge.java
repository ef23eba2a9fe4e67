package vn.chieng.engine.correlate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.conf.EventProcessingOption;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ClockTypeOption;
import org.kie.internal.utils.KieHelper;

/** The compiled Drools rules and the data that they count with; sessions are made from it. */
public final class Knowledge {
    /** Where the module {@code content} keeps the rules. */
    private static final String FOLDER = "/drools/";

    private static final String RULES = FOLDER + "correlation-rules.yml";

    private final KieBase base;
    private final List<CorrelationRule> rules;

    private Knowledge(KieBase base, List<CorrelationRule> rules) {
        this.base = base;
        this.rules = List.copyOf(rules);
    }

    /** Compiles the shipped rules; takes seconds. */
    public static Knowledge shipped() {
        CorrelationRuleFile file = CorrelationRuleFile.read(text(RULES));
        KieHelper helper = new KieHelper();
        for (String name : file.drools()) {
            helper.addContent(text(FOLDER + name), ResourceType.DRL);
        }
        return new Knowledge(helper.build(ExecutableModelProject.class, EventProcessingOption.STREAM), file.rules());
    }

    /** A session that knows the data of the rules; its clock stands at the epoch. */
    KieSession newSession() {
        KieSessionConfiguration configuration = KieServices.Factory.get().newKieSessionConfiguration();
        configuration.setOption(ClockTypeOption.PSEUDO);
        KieSession session = base.newKieSession(configuration, null);
        rules.forEach(session::insert);
        return session;
    }

    List<CorrelationRule> rules() {
        return rules;
    }

    private static String text(String resource) {
        try (InputStream in = Knowledge.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + resource, e);
        }
    }
}
