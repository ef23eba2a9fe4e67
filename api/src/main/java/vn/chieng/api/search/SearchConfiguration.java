package vn.chieng.api.search;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.access.Permission;
import vn.chieng.api.console.MenuItem;

/** The place of the search in the side bar, and the fields it knows. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    @Bean
    MenuItem searchMenuItem() {
        return new MenuItem("/logs", "search.menu", 14, Permission.EVENTS_READ, "k");
    }

    @Bean
    EventFields eventFields(JsonMapper json) {
        return new EventFields(json);
    }
}
