package dev.fuda.dictionary.fuzz;

import dev.fuda.dictionary.name.TagName;
import dev.fuda.dictionary.suggest.Spelling;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A name is kept or refused with words; what is kept is kept again as it is, and has a key to be found by. */
public final class TagNameFuzz {

    private TagNameFuzz() {}

    /** The first byte chooses the encoding of the others; UTF-16 brings halves of characters. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        String text = new String(rest, StandardCharsets.UTF_8);
        if ((input[0] & 1) != 0) {
            text = pairs(rest);
        }
        Spelling.canonical(text);
        Spelling.wordStarts(Spelling.key(text));
        try {
            String name = TagName.of(text);
            FuzzedFile.checkName(name);
            Claim.holds(Spelling.key(name).length > 0, "A name has a key");
            Claim.holds(
                    new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(name),
                    "A name is valid Unicode");
        } catch (IllegalArgumentException e) {
            Claim.holds(!e.getMessage().isBlank(), "A refusal says why");
        }
    }

    private static String pairs(byte[] bytes) {
        char[] chars = new char[bytes.length / 2];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) ((bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff);
        }
        return new String(chars);
    }
}
