package dev.fuda.dataset.scan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text that A1111 and Forge write into the images they make: the prompt, then {@code Negative prompt:}, then one
 * last line of {@code Name: value} pairs.
 *
 * @param settings the pairs of the last line in their order, quotes removed
 */
record GenerationParameters(String prompt, String negativePrompt, Map<String, String> settings) {

    private static final Pattern SETTING =
            Pattern.compile("\\s*(\\w[\\w \\-/]+):\\s*(\"(?:\\\\.|[^\\\\\"])+\"|[^,]*)(?:,|$)");
    private static final String NEGATIVE = "Negative prompt:";

    /** A last line with fewer pairs than this is part of the prompt. */
    private static final int FEWEST_SETTINGS = 3;

    /** The longest text that is looked at; prompts are thousands of characters at most. */
    private static final int LONGEST = 200_000;

    /** Nothing when the text has no line of settings: then it is some other text. */
    static Optional<GenerationParameters> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String stripped = text.strip();
        int lastLine = stripped.lastIndexOf('\n') + 1;
        Map<String, String> settings = settings(stripped.substring(lastLine));
        if (settings.size() < FEWEST_SETTINGS) {
            return Optional.empty();
        }
        String prompts = stripped.substring(0, lastLine);
        int negative = prompts.startsWith(NEGATIVE) ? 0 : prompts.indexOf("\n" + NEGATIVE);
        if (negative < 0) {
            return Optional.of(new GenerationParameters(prompts.strip(), "", settings));
        }
        int negativeText = prompts.indexOf(NEGATIVE, negative) + NEGATIVE.length();
        return Optional.of(new GenerationParameters(
                prompts.substring(0, negative).strip(),
                prompts.substring(negativeText).strip(),
                settings));
    }

    private static Map<String, String> settings(String line) {
        Map<String, String> settings = new LinkedHashMap<>();
        Matcher matcher = SETTING.matcher(line);
        while (matcher.find()) {
            settings.put(matcher.group(1).strip(), unquote(matcher.group(2)));
        }
        return settings;
    }

    private static String unquote(String value) {
        if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
            return value.strip();
        }
        return value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
    }
}
