package dev.fuda.dataset.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GenerationParametersTest {

    @Test
    void readsPromptNegativePromptAndSettings() {
        GenerationParameters found = GenerationParameters.parse("""
                        1girl, (long hair:1.2),
                        smile
                        Negative prompt: lowres,
                        bad hands
                        Steps: 20, Sampler: DPM++ 2M, CFG scale: 7, Size: 512x768, Lora hashes: "a: 1, b: 2"\
                        """).orElseThrow();

        assertThat(found.prompt()).isEqualTo("1girl, (long hair:1.2),\nsmile");
        assertThat(found.negativePrompt()).isEqualTo("lowres,\nbad hands");
        assertThat(found.settings())
                .containsEntry("Steps", "20")
                .containsEntry("Size", "512x768")
                .containsEntry("Lora hashes", "a: 1, b: 2");
    }

    @Test
    void aTextWithoutSettingsIsSomethingElse() {
        assertThat(GenerationParameters.parse("Finished: my drawing! #original"))
                .isEmpty();
        assertThat(GenerationParameters.parse("")).isEmpty();
    }

    @Test
    void longLinesOfColonsEndQuickly() {
        assertThat(GenerationParameters.parse("a: \"".repeat(20_000))).isNotNull();
    }
}
