package dev.fuda.dataset.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuda.kernel.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, bytes 0-9/100",
        "bytes=90-, bytes 90-99/100",
        "bytes=90-500, bytes 90-99/100",
        "bytes=-10, bytes 90-99/100",
        "bytes=-500, bytes 0-99/100",
        "bytes=0-, bytes 0-99/100"
    })
    void readsOnePart(String header, String expected) {
        assertThat(ByteRange.parse(header, 100).contentRange(100)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"bytes=5-2", "'bytes=0-1,5-6'", "bytes=-", "lines=0-1", "bytes=a-b", "bytes=99999999999999999999-"})
    void answersTheWholeFileToWhatItDoesNotUnderstand(String header) {
        assertThat(ByteRange.parse(header, 100)).isNull();
    }

    @Test
    void refusesPartsBehindTheEnd() {
        assertThatThrownBy(() -> ByteRange.parse("bytes=100-", 100)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> ByteRange.parse("bytes=-0", 100)).isInstanceOf(Problem.class);
    }
}
