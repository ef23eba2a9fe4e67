package vn.chieng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.IncidentStore;

/**
 * Every endpoint and page × every role × own, child, sibling and other organisation, against what the handler method declares. An endpoint that
 * nobody described an object for fails, so none is left out.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixIT extends ApiServers {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private ApplicationContext beans;

    private MatrixWorld world;

    @BeforeAll
    void fill() {
        world = new MatrixWorld(beans);
        world.fill();
    }

    /** One method and path, with what its handler declares. */
    private record Endpoint(HttpMethod method, String pattern, Allowed allowed, boolean stream) {
        boolean namesAnObject() {
            return pattern.contains("{");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    @TestFactory
    Stream<DynamicTest> everyEndpointAnswersExactlyWhomItDeclares() {
        return endpoints().stream()
                .filter(endpoint -> endpoint.allowed().value() != Permission.PUBLIC && !endpoint.stream())
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> walk(endpoint)));
    }

    @Test
    void strangersGetNothing() {
        for (Endpoint endpoint : endpoints()) {
            if (endpoint.allowed().value() != Permission.PUBLIC) {
                MockHttpServletResponse answer = ask(endpoint, null, Place.OWN);
                assertThat(answer.getStatus()).as(endpoint.toString()).isIn(302, 401, 403);
                assertHidesTheRest(endpoint + " as a stranger", null, answer);
            }
        }
    }

    @Test
    void theMarksAreThereToBeFound() {
        for (String address : List.of("/incidents", "/api/v1/incidents")) {
            String shown = text(mvc.get()
                    .uri(address)
                    .secure(true)
                    .with(as(world.caller(Role.OWNER)))
                    .exchange()
                    .getResponse());
            for (MatrixWorld.Mark mark : world.marks()) {
                if (mark.text().startsWith("host-") && mark.visibleTo(world.caller(Role.OWNER))) {
                    assertThat(shown).contains(mark.text());
                }
            }
        }
    }

    @Test
    void aLiveStreamCarriesNothingForeign() {
        MockHttpServletResponse stream = mvc.get()
                .uri("/incidents/stream")
                .secure(true)
                .with(as(world.caller(Role.OWNER)))
                .asyncExchange()
                .getResponse();
        IncidentStore store = beans.getBean(IncidentStore.class);
        SignedIn analyst = world.caller(Role.ANALYST);
        for (Place place : List.of(Place.SIBLING, Place.OTHER, Place.OWN)) {
            assertThat(store.comment(world.incident(place), "đang xem", analyst))
                    .isTrue();
        }
        await().until(() -> text(stream).contains("inc-" + world.incident(Place.OWN)));
        assertThat(text(stream))
                .doesNotContain("inc-" + world.incident(Place.SIBLING))
                .doesNotContain("inc-" + world.incident(Place.OTHER));
        assertHidesTheRest("the stream", world.caller(Role.OWNER), stream);
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private void walk(Endpoint endpoint) {
        for (Role role : Role.values()) {
            SignedIn caller = world.caller(role);
            for (Place place : endpoint.namesAnObject() ? Place.values() : new Place[] {Place.OWN}) {
                MockHttpServletResponse answer = ask(endpoint, caller, place);
                String where = endpoint + " as " + role + " on " + place;
                if (!caller.may(endpoint.allowed().value())
                        || (endpoint.allowed().scope() == Allowed.ScopeRule.EVERYTHING
                                && !(caller.scope() instanceof Scope.Everything))) {
                    assertThat(answer.getStatus()).as(where).isEqualTo(403);
                } else if (endpoint.namesAnObject()
                        && endpoint.allowed().scope() == Allowed.ScopeRule.QUERY
                        && !world.sees(caller, endpoint.pattern(), place)) {
                    assertThat(answer.getStatus()).as(where).isEqualTo(404);
                } else if (endpoint.namesAnObject() && endpoint.allowed().scope() == Allowed.ScopeRule.NONE) {
                    // an object of the caller alone, such as a token: somebody else's is unknown
                    assertThat(answer.getStatus())
                            .as(where)
                            .isNotIn(401, 403, 405, 406, 415)
                            .isLessThan(500);
                } else {
                    assertThat(answer.getStatus())
                            .as(where)
                            .isNotIn(401, 403, 404, 405, 406, 415)
                            .isLessThan(500);
                }
                // a problem repeats the address it is about, which the caller typed
                String asked = world.address(endpoint.method(), endpoint.pattern(), place);
                assertHidesTheRest(where, caller, text(answer).replace(asked, ""), answer);
            }
        }
    }

    /** No answer, whatever its status, holds a mark of what the caller may not see. */
    private void assertHidesTheRest(String where, @Nullable SignedIn caller, MockHttpServletResponse answer) {
        assertHidesTheRest(where, caller, text(answer), answer);
    }

    private void assertHidesTheRest(
            String where, @Nullable SignedIn caller, String body, MockHttpServletResponse answer) {
        String shown = body
                + answer.getHeaderNames().stream()
                        .flatMap(name -> answer.getHeaders(name).stream())
                        .toList();
        for (MatrixWorld.Mark mark : world.marks()) {
            if (caller == null || !mark.visibleTo(caller)) {
                assertThat(shown).as("%s shows %s", where, mark).doesNotContain(mark.text());
            }
        }
    }

    private MockHttpServletResponse ask(Endpoint endpoint, @Nullable SignedIn caller, Place place) {
        var rolledBack = transactions.execute(status -> {
            status.setRollbackOnly(); // nothing a request does is there for the next one
            var request = mvc.method(endpoint.method())
                    .uri(world.address(endpoint.method(), endpoint.pattern(), place))
                    .secure(true)
                    .accept(MediaType.ALL);
            if (caller != null) {
                request = request.with(as(caller));
            }
            if (!endpoint.method().equals(HttpMethod.GET)) {
                request = request.with(csrf());
                if (endpoint.pattern().startsWith("/api/")) {
                    request = request.contentType(MediaType.APPLICATION_JSON)
                            .content(world.body(endpoint.pattern(), place));
                } else {
                    request = request.params(world.form(endpoint.pattern(), place));
                }
            }
            return request.exchange().getResponse();
        });
        return java.util.Objects.requireNonNull(rolledBack);
    }

    private List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        Set<String> unstated = new TreeSet<>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getName().startsWith("vn.chieng.")) {
                Allowed allowed = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Allowed.class);
                if (allowed == null) {
                    unstated.add(handler.toString());
                } else {
                    endpoints.addAll(endpoints(info, handler, allowed));
                }
            }
        });
        assertThat(unstated).isEmpty();
        endpoints.sort(java.util.Comparator.comparing(Endpoint::toString));
        return endpoints;
    }

    private static List<Endpoint> endpoints(RequestMappingInfo info, HandlerMethod handler, Allowed allowed) {
        boolean stream = info.getProducesCondition().getProducibleMediaTypes().contains(MediaType.TEXT_EVENT_STREAM);
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        assertThat(methods).as(handler.toString()).isNotEmpty();
        return info.getPatternValues().stream()
                .flatMap(pattern ->
                        methods.stream().map(method -> new Endpoint(method.asHttpMethod(), pattern, allowed, stream)))
                .toList();
    }

    /** Where an object lies, as the caller sees it. */
    enum Place {
        OWN("org-so-khcn"),
        CHILD("org-tt-cds"),
        SIBLING("org-so-tai-chinh"),
        OTHER("org-pa05");

        private final String organizationId;

        Place(String organizationId) {
            this.organizationId = organizationId;
        }

        String organizationId() {
            return organizationId;
        }
    }
}
