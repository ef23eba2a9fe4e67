package vn.chieng.api.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CompressedAnswersTest {
    private static final String LONG = "Sự cố an ninh mạng ".repeat(400);
    private static final String SHORT = "ngắn";

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/incidents");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    CompressedAnswersTest() {
        request.setAsyncSupported(true);
        request.addHeader("Accept-Encoding", "gzip, deflate, br, zstd");
    }

    @Test
    void longTextGoesOutCompressedWithoutTheLengthItHadBefore() throws Exception {
        answered((_, answer) -> {
            answer.setContentType("text/html;charset=UTF-8");
            answer.setHeader("ETag", "\"1\"");
            answer.setContentLength(LONG.getBytes(StandardCharsets.UTF_8).length);
            answer.getWriter().write(LONG);
        });
        assertThat(response.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(response.getHeaders("Vary")).contains("Accept-Encoding");
        assertThat(response.getHeader("ETag")).isEqualTo("W/\"1\"");
        assertThat(response.getHeader("Content-Length")).isNull();
        assertThat(response.getContentAsByteArray()).hasSizeLessThan(LONG.length() / 10);
        assertThat(unpacked()).isEqualTo(LONG);
    }

    @Test
    void whatIsFlushedInBetweenArrivesWhole() throws Exception {
        answered((_, answer) -> {
            answer.setContentType("application/json");
            for (int i = 0; i < 40; i++) {
                answer.getOutputStream().write((i + LONG.substring(0, 100)).getBytes(StandardCharsets.UTF_8));
                answer.flushBuffer();
            }
        });
        assertThat(unpacked()).startsWith("0Sự").contains("39Sự");
    }

    @Test
    void shortTextGoesOutAsItIsWithItsLength() throws Exception {
        answered((_, answer) -> {
            answer.setContentType("text/html;charset=UTF-8");
            answer.setContentLength(SHORT.getBytes(StandardCharsets.UTF_8).length);
            answer.getWriter().write(SHORT);
        });
        assertThat(response.getHeader("Content-Encoding")).isNull();
        assertThat(response.getContentLength()).isEqualTo(SHORT.getBytes(StandardCharsets.UTF_8).length);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(SHORT);
    }

    @ParameterizedTest
    @CsvSource({"application/pdf", "font/woff2", "text/event-stream", "not a type"})
    void whatIsDenseOrComesBitByBitStaysAsItIs(String type) throws Exception {
        answered((_, answer) -> {
            answer.setContentType(type);
            answer.getOutputStream().write(LONG.getBytes(StandardCharsets.UTF_8));
        });
        assertThat(response.getHeader("Content-Encoding")).isNull();
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(LONG);
    }

    @Test
    void whatAnotherThreadSendsIsNeitherHeldBackNorCompressed() throws Exception {
        answered((_, answer) -> {
            answer.setContentType("application/json");
            request.startAsync(request, answer);
            answer.getOutputStream().write('{');
        });
        assertThat(response.getContentAsString()).isEqualTo("{");
        HttpServletResponse later =
                (HttpServletResponse) request.getAsyncContext().getResponse();
        later.getOutputStream().write(LONG.getBytes(StandardCharsets.UTF_8));
        assertThat(response.getHeader("Content-Encoding")).isNull();
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("{" + LONG);
    }

    @Test
    void anErrorForgetsWhatWasHeldBack() throws Exception {
        answered((_, answer) -> {
            answer.setContentType("text/html");
            answer.getOutputStream().write(SHORT.getBytes(StandardCharsets.UTF_8));
            answer.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        });
        assertThat(response.getStatus()).isEqualTo(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void aConnectionThatBreaksFailsAsItDoesWithoutCompression() {
        var gone = new Gone();
        assertThatThrownBy(() -> new CompressedAnswers().doFilter(request, gone, (_, answer) -> {
                    answer.setContentType("text/html");
                    answer.getOutputStream().write(LONG.getBytes(StandardCharsets.UTF_8));
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("left");
    }

    @Test
    void whatFailedOnceIsNotEndedAgain() throws Exception {
        var gone = new Gone();
        new CompressedAnswers().doFilter(request, gone, (_, answer) -> {
            answer.setContentType("text/html");
            assertThatThrownBy(() -> {
                        answer.getOutputStream().write(LONG.getBytes(StandardCharsets.UTF_8));
                        answer.getOutputStream().flush();
                    })
                    .hasMessage("left");
        });
        assertThat(gone.writes).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | true",
                "br, GZIP;q=0.5 | true",
                "gzip;q=1.0 | true",
                "gzip;q=0 | false",
                "gzip; q=0.000 | false",
                "br | false",
                "'' | false",
                "x-gzipped | false"
            })
    void onlyWhoTakesGzipGetsIt(String accepted, boolean taken) {
        assertThat(CompressedAnswers.takesGzip(accepted)).isEqualTo(taken);
        assertThat(CompressedAnswers.takesGzip(null)).isFalse();
    }

    private void answered(Handler handler) throws ServletException, IOException {
        FilterChain chain =
                (asked, answer) -> handler.answer((MockHttpServletRequest) asked, (HttpServletResponse) answer);
        new CompressedAnswers().doFilter(request, response, chain);
    }

    private String unpacked() throws IOException {
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private interface Handler {
        void answer(MockHttpServletRequest request, HttpServletResponse answer) throws IOException;
    }

    /** Whoever asked has left: nothing can be written. */
    private static final class Gone extends MockHttpServletResponse {
        private int writes;

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public void write(int each) throws IOException {
                    writes++;
                    throw new IOException("left");
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {}
            };
        }
    }
}
