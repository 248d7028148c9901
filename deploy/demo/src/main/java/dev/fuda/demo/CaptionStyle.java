package dev.fuda.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The ways in which people's caption files are written. */
enum CaptionStyle {
    SPACES(", ", " ", "", ""),
    UNDERSCORES(", ", "_", "", "\n"),
    TIGHT(",", "_", "", ""),
    WINDOWS(", ", " ", "\ufeff", "\r\n");

    private final String separator;
    private final String between;
    private final String start;
    private final String end;

    CaptionStyle(String separator, String between, String start, String end) {
        this.separator = separator;
        this.between = between;
        this.start = start;
        this.end = end;
    }

    byte[] write(List<String> tags) {
        String line = tags.stream().map(tag -> tag.replace("_", between)).collect(Collectors.joining(separator));
        return (start + line + end).getBytes(StandardCharsets.UTF_8);
    }
}
