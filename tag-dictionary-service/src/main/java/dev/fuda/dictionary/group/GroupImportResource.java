package dev.fuda.dictionary.group;

import dev.fuda.dictionary.file.GroupFile;
import dev.fuda.dictionary.file.GroupFile.Group;
import dev.fuda.dictionary.file.Rejection;
import dev.fuda.dictionary.file.UnreadableFileException;
import dev.fuda.dictionary.group.GroupImport.Imported;
import dev.fuda.dictionary.group.GroupImport.Report;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

@Path("/tag-groups/import")
@Tag(name = "tag-groups")
public class GroupImportResource {

    private static final int MOST_REJECTIONS = 1_000;

    @Inject
    GroupImport groups;

    /** The form of an import. */
    public static class GroupForm {
        @RestForm
        @Schema(
                description = "JSON: a list of tags, an object of tags and counts, an object of groups that are either"
                        + " of these, or a list of groups as this service gives it; UTF-8")
        public FileUpload file;

        @RestForm
        @Schema(
                description = "The group of tags that stand in no group; by default the name of the file",
                maxLength = GroupResource.LONGEST_NAME)
        public String name;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RunOnVirtualThread
    @Operation(
            summary = "Import groups of tags",
            description = "One transaction. Groups that are there get the tags that they lack, others are new; nothing"
                    + " is taken away.")
    public Report importTagGroups(GroupForm form) throws IOException {
        if (form.file == null || form.file.fileName() == null) {
            throw Problem.badRequest("bad-group-list", "The groups can't be read as they are; see the fields.")
                    .field("file", "required");
        }
        String name = form.name == null || form.name.isBlank() ? stem(form.file.fileName()) : form.name.strip();
        Rejections rejections = new Rejections();
        try {
            List<Group> read = checked(new GroupFile(form.file.uploadedFile(), name).read(rejections::add), rejections);
            List<Imported> imported = groups.add(read).await().indefinitely();
            long added = imported.stream().mapToLong(Imported::added).sum();
            long all = read.stream().mapToLong(group -> group.tags().size()).sum();
            return new Report(imported, added, all - added, rejections.count, rejections.first);
        } catch (UnreadableFileException e) {
            throw Problem.unprocessable("unreadable-file", e.getMessage());
        }
    }

    /** Groups that can be kept; names that differ in case only are one group, a colour that is none is left out. */
    private static List<Group> checked(List<Group> read, Rejections rejections) {
        Map<String, Group> kept = new LinkedHashMap<>();
        for (Group group : read) {
            String name = group.name().strip();
            if (name.isEmpty() || name.length() > GroupResource.LONGEST_NAME || name.indexOf('\0') >= 0) {
                rejections.add(Rejection.of(
                        1, "a group's name has 1 to " + GroupResource.LONGEST_NAME + " characters", group.name()));
                continue;
            }
            String color = color(group, rejections);
            kept.merge(
                    name.toLowerCase(Locale.ROOT), new Group(name, color, group.tags()), GroupImportResource::together);
        }
        return List.copyOf(kept.values());
    }

    private static Group together(Group one, Group other) {
        Set<String> tags = new LinkedHashSet<>(one.tags());
        tags.addAll(other.tags());
        return new Group(one.name(), one.color() == null ? other.color() : one.color(), List.copyOf(tags));
    }

    private static String color(Group group, Rejections rejections) {
        String color = group.color() == null ? "" : group.color().strip().toUpperCase(Locale.ROOT);
        if (color.isEmpty() || color.matches("#[0-9A-F]{6}")) {
            return color.isEmpty() ? null : color;
        }
        rejections.add(Rejection.of(1, "a colour is like #FF6B9D", group.name() + ": " + group.color()));
        return null;
    }

    /** The name of a file without its folder and ending. */
    private static String stem(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name).strip();
    }

    /** Counts all, keeps the first. */
    private static final class Rejections {
        private final List<Rejection> first = new ArrayList<>();
        private long count;

        void add(Rejection rejection) {
            if (count++ < MOST_REJECTIONS) {
                first.add(rejection);
            }
        }
    }
}
