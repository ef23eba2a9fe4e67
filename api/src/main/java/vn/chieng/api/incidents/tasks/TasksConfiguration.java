package vn.chieng.api.incidents.tasks;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.api.incidents.IncidentTab;

/** The tab of tasks. */
@Configuration(proxyBeanMethods = false)
class TasksConfiguration {

    @Bean
    IncidentTab tasksTab(TaskStore tasks) {
        return new IncidentTab(
                "tasks",
                "incidents.tab.tasks",
                50,
                (incident, reader) -> tasks.of(incident.id(), reader.scope()).size());
    }
}
