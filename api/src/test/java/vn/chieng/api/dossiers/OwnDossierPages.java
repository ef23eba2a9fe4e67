package vn.chieng.api.dossiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.systems.ApprovalState;

/** The product's own dossier, opened anew for each test, with the people of its way and what they do on its pages. */
abstract class OwnDossierPages extends ApiServers {
    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DossierWriting writing;

    @Autowired
    DossierOpening opening;

    @Autowired
    DossierStore store;

    @Autowired
    ApprovalState approvals;

    @Autowired
    DossierContext context;

    @Autowired
    DossierSeals seals;

    OwnDossier own;
    UUID id;

    @BeforeEach
    final void open() {
        own = new OwnDossier(beans);
        DossierOutcome<Dossier> opened = opening.open(own.system.code(), own.writer);
        assertThat(opened).isInstanceOf(DossierOutcome.Done.class);
        id = ((DossierOutcome.Done<Dossier>) opened).value().id();
    }

    final void write() {
        own.typed(store.sections(id))
                .forEach((key, typed) -> assertThat(writing.save(id, key, typed, own.writer))
                        .as(key)
                        .isInstanceOf(DossierOutcome.Done.class));
    }

    final Dossier dossier() {
        return store.find(id, new vn.chieng.api.access.Scope.Everything()).orElseThrow();
    }

    final MockHttpServletResponse post(SignedIn by, String path, Map<String, String> form) {
        var request = mvc.post()
                .uri("/dossiers/" + id + path)
                .secure(true)
                .with(as(by))
                .with(csrf());
        form.forEach(request::param);
        return request.exchange().getResponse();
    }

    final MockHttpServletResponse get(SignedIn by, String path) {
        return mvc.get()
                .uri("/dossiers/" + id + path)
                .secure(true)
                .with(as(by))
                .exchange()
                .getResponse();
    }

    static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    final void move(SignedIn by, String move, Map<String, String> more) {
        Map<String, String> form = new java.util.HashMap<>(more);
        form.put("version", String.valueOf(dossier().version()));
        MockHttpServletResponse answer = post(by, "/moves/" + move, form);
        assertThat(answer.getStatus()).as(move + text(answer)).isEqualTo(303);
    }
}
