package dev.fuda.dictionary.name;

import java.util.List;

/**
 * Tags under which sites collect what is no tag to them: on e621 {@code adorable} is an alias of {@code invalid_tag}.
 * Nobody means such a tag, so no other name leads to one.
 */
public final class Sinks {

    /** The names of those that are sinks wherever they occur. */
    public static final List<String> NAMES = List.of("bad_tag", "invalid_tag");

    private Sinks() {}

    /** Whether other names of this tag, as a site has it, tell only that the site does not want them. */
    public static boolean has(String name, Category category) {
        return category == Category.INVALID || NAMES.contains(name);
    }
}
