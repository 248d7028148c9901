package dev.fuda.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MailboxTest {

    private static final Frame RESYNC = new Frame(99, Frame.RESYNC, null, false, "resync");

    private final Mailbox mailbox = new Mailbox(3);

    @Test
    void keepsTheOrder() {
        mailbox.add(event(1), RESYNC);
        mailbox.add(event(2), RESYNC);
        mailbox.add(event(3), RESYNC);
        assertThat(numbers(mailbox.take(2))).containsExactly(1L, 2L);
        assertThat(numbers(mailbox.take(2))).containsExactly(3L);
        assertThat(mailbox.take(2)).isEmpty();
    }

    @Test
    void keepsTheNewestProgressOfEachJobAfterWhatCameBefore() {
        mailbox.add(progress(1, "job/a"), RESYNC);
        mailbox.add(progress(2, "job/b"), RESYNC);
        mailbox.add(event(3), RESYNC);
        mailbox.add(progress(4, "job/a"), RESYNC);
        assertThat(numbers(mailbox.take(9))).containsExactly(2L, 3L, 4L);
    }

    @Test
    void dropsEverythingForOneResyncWhenFull() {
        for (int i = 1; i <= 4; i++) {
            mailbox.add(event(i), RESYNC);
        }
        mailbox.add(event(5), RESYNC);
        assertThat(numbers(mailbox.take(9))).containsExactly(99L, 5L);
    }

    private static List<Long> numbers(List<Frame> frames) {
        return frames.stream().map(Frame::number).toList();
    }

    private static Frame event(long number) {
        return new Frame(number, "TagChanged", "tag/" + number, false, "{}");
    }

    private static Frame progress(long number, String job) {
        return new Frame(number, Frame.PROGRESS, job, true, "{}");
    }
}
