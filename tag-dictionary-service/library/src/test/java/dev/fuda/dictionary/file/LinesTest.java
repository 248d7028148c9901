package dev.fuda.dictionary.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines come out the same wherever the blocks of a file end. */
class LinesTest {

    private static List<String> texts(byte[] file, int atOnce) throws IOException {
        Lines lines = new Lines(new FilterInputStream(new ByteArrayInputStream(file)) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return super.read(into, from, Math.min(length, atOnce));
            }
        });
        List<String> texts = new ArrayList<>();
        for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
            assertThat(line.number()).isEqualTo(texts.size() + 1);
            texts.add(line.fault() == null ? line.text() : "! " + line.fault());
        }
        return texts;
    }

    private static List<String> texts(String file, int atOnce) throws IOException {
        return texts(file.getBytes(StandardCharsets.UTF_8), atOnce);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 100_000})
    void anyLinesInAnyBlocks(int atOnce) throws IOException {
        Random random = new Random(atOnce);
        for (int round = 0; round < 20; round++) {
            List<String> written = new ArrayList<>();
            StringBuilder file = new StringBuilder(round % 2 == 0 ? "" : "\uFEFF");
            for (int i = random.nextInt(60); i > 0; i--) {
                String text = (random.nextBoolean() ? "a" : "猫é").repeat(random.nextInt(40));
                written.add(text);
                file.append(text).append(random.nextBoolean() ? "\n" : "\r\n");
            }
            assertThat(texts(file.toString(), atOnce)).isEqualTo(written);
        }
    }

    @Test
    void aLineAcrossBlocksAndTheLastOneWithoutAnEnd() throws IOException {
        String long1 = "b".repeat(Lines.LONGEST - 1);
        String long2 = "猫".repeat(Lines.LONGEST / 3);
        assertThat(texts("a\n" + long1 + "\r\n" + long2 + "\n\nlast", 100_000))
                .containsExactly("a", long1, long2, "", "last");
        assertThat(texts("x", 1)).containsExactly("x");
        assertThat(texts("\n", 1)).containsExactly("");
        assertThat(texts("\uFEFF", 1)).isEmpty();
        assertThat(texts("", 1)).isEmpty();
    }

    @Test
    void aLineTooLongOrNotUtf8IsOneFaultAndTheNextIsGood() throws IOException {
        assertThat(texts("c".repeat(300_000) + "\ngood\n" + "d".repeat(Lines.LONGEST + 1), 5_000))
                .containsExactly(
                        "! the line has 300000 bytes, 65536 are the most possible",
                        "good",
                        "! the line has 65537 bytes, 65536 are the most possible");
        assertThat(texts(new byte[] {'a', '\n', (byte) 0xc3, '\n', 'b'}, 2))
                .containsExactly("a", "! the line is not UTF-8", "b");
    }
}
