package dev.fuda.kernel.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes secrets out of text: tokens of known shape, credentials in addresses, and values of telling names. */
public final class Redaction {

    private static final String MASK = "***";

    /** Hugging Face, GitHub, OpenAI-style and AWS tokens, and JSON Web Tokens, by their shapes. */
    private static final Pattern SHAPES = Pattern.compile("\\b(?:hf_[A-Za-z0-9_-]{8,}|gh[pousr]_[A-Za-z0-9]{16,}"
            + "|github_pat_[A-Za-z0-9_]{20,}|sk-[A-Za-z0-9_-]{16,}|AKIA[0-9A-Z]{16}"
            + "|eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*)");

    /** {@code Authorization: Bearer x}, in headers, logs and JSON alike. */
    private static final Pattern AUTHORIZATION =
            Pattern.compile("(?i)(authorization[\"']?\\s*[:=]\\s*[\"']?)(?:(?:bearer|basic|token)\\s+)?[^\\s\"',;]+");

    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,}");

    /** {@code password=x}, {@code &token=x}, {@code "api_key":"x"}, {@code X-Fuda-Service-Token: x}. */
    private static final Pattern NAMED = Pattern.compile(
            "(?i)([\\w.-]*(?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key|client[_-]?secret|requirepass)"
                    + "[\"']?\\s*[:=]\\s*[\"']?)([^\\s\"'&,;)}\\]]+)");

    /** {@code scheme://user:password@host}. */
    private static final Pattern USER_INFO = Pattern.compile("(\\b[a-z][a-z0-9+.-]*://[^\\s:/@]*:)([^\\s@/]+)(@)");

    private Redaction() {}

    /** The text without its secrets; the rest stays as it was. */
    public static String of(String text) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        String clean = AUTHORIZATION.matcher(text).replaceAll("$1" + MASK);
        clean = BEARER.matcher(clean).replaceAll("$1 " + MASK);
        clean = SHAPES.matcher(clean).replaceAll(MASK);
        clean = USER_INFO.matcher(clean).replaceAll("$1" + Matcher.quoteReplacement(MASK) + "$3");
        return NAMED.matcher(clean).replaceAll("$1" + MASK);
    }
}
