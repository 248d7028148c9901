package dev.fuda.dictionary.fuzz;

import dev.fuda.dictionary.file.GroupFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Files of tag groups. */
public final class GroupFileFuzz {

    private GroupFileFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        FuzzedFile.read(input, file -> {
            List<GroupFile.Group> groups = new GroupFile(file, "file").read(FuzzedFile::check);
            Set<String> names = new HashSet<>();
            for (GroupFile.Group group : groups) {
                Claim.holds(names.add(group.name()), "A group comes once");
                Claim.holds(Set.copyOf(group.tags()).size() == group.tags().size(), "A group has a tag once");
                group.tags().forEach(FuzzedFile::checkName);
            }
        });
    }
}
