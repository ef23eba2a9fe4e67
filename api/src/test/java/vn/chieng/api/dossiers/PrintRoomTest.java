package vn.chieng.api.dossiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;

class PrintRoomTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final PrintRoom room = new PrintRoom(meters);

    @AfterEach
    void close() {
        room.destroy();
    }

    @Test
    void papersAreLaidOutOnAPlatformThreadOfTheRoomNotOnThatOfTheRequest() throws IOException {
        Thread printing = room.print(Thread::currentThread);
        assertThat(printing.getName()).isEqualTo(PrintRoom.THREAD);
        assertThat(printing.isVirtual()).isFalse();
    }

    @Test
    void whatFailsInTheRoomFailsForWhoWaits() {
        assertThatThrownBy(() -> room.print(() -> {
                    throw new IllegalStateException("no such font");
                }))
                .isInstanceOf(IOException.class)
                .hasRootCauseMessage("no such font");
    }

    @Test
    void moreThanMayWaitAreToldToComeAgain() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        List<Thread> callers = new ArrayList<>();
        try {
            for (int i = 0; i <= PrintRoom.MOST_WAITING; i++) {
                callers.add(Thread.startVirtualThread(() -> waitFor(held)));
            }
            await().until(() ->
                    meters.get("chieng.dossiers.papers.waiting").gauge().value() == PrintRoom.MOST_WAITING);
            assertThatThrownBy(() -> room.print(() -> "one more"))
                    .isInstanceOfSatisfying(
                            ResponseStatusException.class,
                            refused ->
                                    assertThat(refused.getStatusCode().value()).isEqualTo(503));
        } finally {
            held.countDown();
        }
        for (Thread caller : callers) {
            caller.join();
        }
    }

    private void waitFor(CountDownLatch held) {
        try {
            room.print(() -> {
                held.await();
                return "";
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
