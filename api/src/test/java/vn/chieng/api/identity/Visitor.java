package vn.chieng.api.identity;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.chieng.api.access.SignedIn;

/** Asks for pages as somebody. */
public final class Visitor {
    private final MockMvcTester mvc;

    public Visitor(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    /** A page, by its path and query as they stand in an address. */
    public MvcTestResult get(String path, SignedIn by) {
        return mvc.get().uri(path).secure(true).with(Folk.as(by)).exchange();
    }

    /** A form: names and values in turn; a name may come again. */
    public MvcTestResult post(String path, SignedIn by, String... fields) {
        var request = mvc.post().uri(path).secure(true).with(Folk.as(by)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    /** The text of an answer. */
    public static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
