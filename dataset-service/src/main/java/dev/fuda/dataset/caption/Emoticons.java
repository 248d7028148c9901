package dev.fuda.dataset.caption;

import java.util.Set;

/** Tags that are drawings made of characters: their underscores are part of the face and never become spaces. */
final class Emoticons {

    private static final Set<String> FACES = Set.of(
            "^_^",
            ">_<",
            "@_@",
            "+_+",
            "=_=",
            "o_o",
            "|_|",
            "0_0",
            "u_u",
            ">_o",
            "o_<",
            "._.",
            "x_x",
            "t_t",
            "3_3",
            "6_9",
            "9_6",
            "+_-",
            "-_-",
            ";_;",
            "q_q",
            ">_>",
            "<_<",
            "n_n",
            "~_~",
            "*_*",
            "$_$",
            "?_?",
            "!_!",
            "o_x",
            "x_o",
            "v_v",
            "._,",
            "e_e",
            "a_a",
            ">_@",
            "@_<",
            "<|>_<|>",
            "<o>_<o>",
            "||_||",
            "(o)_(o)",
            "(0)_(0)",
            "(^_^)",
            "(-_-)",
            "(>_<)",
            "(;_;)",
            "(._.)",
            "^_^;",
            ">_<;",
            "=_=;",
            "-_-;",
            "o_o;",
            "\\(^o^)/",
            "\\(^_^)/");

    private Emoticons() {}

    /**
     * Whether a name (in lower case) is such a drawing. Two characters around one underscore count too: nothing that
     * short is two words, and taggers leave such names alone as well.
     */
    static boolean contains(String name) {
        return name.length() == 3 && name.charAt(1) == '_' || isFace(name);
    }

    /** Whether a name (in lower case) is a well-known face. */
    static boolean isFace(String name) {
        return FACES.contains(name);
    }
}
