package vn.chieng.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class UploadLimitTest {
    private static final int MOST = 100_000;
    private static final UploadLimit LIMIT =
            new UploadLimit(new StaticListableBeanFactory(Map.of("place", new UploadPlace("/things/{id}/files", MOST)))
                    .getBeanProvider(UploadPlace.class));

    @Test
    void aFileThatSaysHowLongItIsPassesWhereFilesAreTaken() throws Exception {
        assertThat(status(upload("/things/1/files", 500))).isEqualTo(200);
    }

    @Test
    void filesAreTakenNowhereElse() throws Exception {
        assertThat(status(upload("/things/1", 500))).isEqualTo(415);
    }

    @Test
    void oneThatHidesItsLengthIsRefusedOverBothProtocols() throws Exception {
        MockHttpServletRequest chunked = upload("/things/1/files", 500);
        chunked.addHeader("Transfer-Encoding", "chunked");
        MockHttpServletRequest second = upload("/things/1/files", -1);
        second.setProtocol("HTTP/2.0");

        assertThat(status(chunked)).isEqualTo(411);
        assertThat(status(second)).isEqualTo(411);
    }

    @Test
    void oneThatIsTooLargeLeadsBackToItsPage() throws Exception {
        var response = new MockHttpServletResponse();
        LIMIT.doFilter(upload("/things/1/files", MOST * 2), response, new MockFilterChain());

        assertThat(response.getStatus()).isEqualTo(303);
        assertThat(response.getHeader("Location")).isEqualTo("/things/1/files?too-large=true");
    }

    private static int status(MockHttpServletRequest request) throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        LIMIT.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    private static MockHttpServletRequest upload(String path, int length) {
        var request = new MockHttpServletRequest("POST", path) {
            @Override
            public long getContentLengthLong() {
                return length;
            }
        };
        request.setContentType("multipart/form-data; boundary=x");
        return request;
    }
}
