package dev.fuda.fuzz.http;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Files as people upload them, and as nobody would. */
final class FuzzedUpload {

    private static final String[] NAMES = {"tags.csv", "General.json", "e621.csv", "x.png", "selected_tags.csv"};
    private static final String[] HOSTILE_NAMES = {
        "", "../../x.csv", "x%00.csv", "General", "x".repeat(5000), "\u202e", "a;b"
    };
    private static final String[] CONTENTS = {
        "fuzzed_a,0,5,\"alias_a,alias_b\"\nfuzzed_b,4,7,\n",
        "tag,category,count\nfuzzed_c,general,5\n\"fuzzed,d\",artist,2\n",
        "{\"fuzzed_e\": 5, \"fuzzed_f\": 12}",
        "antecedent_name,consequent_name,status\nfuzzed_a,fuzzed_b,active\nfuzzed_b,fuzzed_a,active\n",
        "fuzzed_a,髪、長い髪\nfuzzed_b,\n",
        "name,category,count\nfuzzed_a,0,3\n",
        "[\"fuzzed_a\", \"fuzzed_b\"]"
    };
    private static final String[] HOSTILE_CONTENTS = {
        "",
        "\u0000",
        "\"",
        "{",
        "[".repeat(5000),
        "antecedent_name,consequent_name,\"status\n",
        "a,0,99999999999999999999,\n",
        "x".repeat(70_000) + ",0,1,",
        "\u0000,0,1,\n",
        "{\"a\": 1e400, \"\\ud800\": 1, \"\": 1}",
        "ÿØÿà not a picture",
        "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR\uffff\uffff"
    };

    private FuzzedUpload() {}

    static String name(Values values, boolean damaged) {
        return values.pick(damaged ? HOSTILE_NAMES : NAMES);
    }

    static byte[] content(Values values, Random random, boolean damaged) {
        if (damaged && random.nextInt(3) == 0) {
            byte[] bytes = new byte[random.nextInt(500)];
            random.nextBytes(bytes);
            return bytes;
        }
        return values.pick(damaged ? HOSTILE_CONTENTS : CONTENTS).getBytes(StandardCharsets.UTF_8);
    }
}
