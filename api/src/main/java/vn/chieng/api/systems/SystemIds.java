package vn.chieng.api.systems;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where keys of systems and drafts come from. */
@Component
public class SystemIds {
    public UUID next() {
        return UUID.randomUUID();
    }
}
