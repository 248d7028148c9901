package dev.fuda.dataset.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuda.dataset.caption.CaptionBytes.Encoding;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CaptionBytesTest {

    @Property
    void readableBytesComeBackAsTheyWere(@ForAll byte[] bytes) {
        CaptionBytes read = CaptionBytes.decode(bytes);
        if (read.keepsBytes()) {
            assertThat(read.encode()).isEqualTo(bytes);
        }
    }

    @Property
    void everyTextComesBack(@ForAll String text, @ForAll boolean bom) {
        byte[] bytes = ((bom ? "\uFEFF" : "") + text).getBytes(StandardCharsets.UTF_8);
        CaptionBytes read = CaptionBytes.decode(bytes);
        assertThat(!read.readable() || java.util.Arrays.equals(read.encode(), bytes))
                .isTrue();
    }

    @Test
    void knowsByteOrderMarks() {
        byte[] utf16 = "\uFEFFlong hair, 桜\r\n".getBytes(StandardCharsets.UTF_16LE);
        CaptionBytes read = CaptionBytes.decode(utf16);
        assertThat(read).isEqualTo(new CaptionBytes("long hair, 桜\r\n", Encoding.UTF_16LE, true));
        assertThat(read.encode()).isEqualTo(utf16);
        assertThat(CaptionBytes.decode("\uFEFFa".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new CaptionBytes("a", Encoding.UTF_8, true));
        assertThat(CaptionBytes.decode("\uFEFFa".getBytes(StandardCharsets.UTF_16BE))
                        .encoding())
                .isEqualTo(Encoding.UTF_16BE);
    }

    @Test
    void textInAnotherEncodingIsShownAndKeepsItsBytes() {
        byte[] bytes = "café".getBytes(StandardCharsets.ISO_8859_1);
        CaptionBytes read = CaptionBytes.decode(bytes);
        assertThat(read.readable()).isFalse();
        assertThat(read.text()).isEqualTo("café");
        assertThat(read.encode()).isEqualTo(bytes);
    }

    @Test
    void zeroBytesAreNoText() {
        CaptionBytes read = CaptionBytes.decode(new byte[] {'a', 0, 'b'});
        assertThat(read.readable()).isFalse();
        assertThat(read.text()).doesNotContain("\0");
        assertThat(read.keepsBytes()).isFalse();
        assertThatThrownBy(read::encode).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void hashesAsEverybodyDoes() {
        assertThat(CaptionBytes.sha256(new byte[0]))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
