package dev.fuda.dataset.caption;

import dev.fuda.dataset.caption.CaptionBytes.Encoding;
import dev.fuda.dataset.caption.CaptionEditor.Wanted;
import dev.fuda.dataset.caption.CaptionFiles.Snapshot;
import dev.fuda.dataset.caption.ItemEdit.CaptionEdit;
import dev.fuda.dataset.caption.ItemState.StoredCaption;
import dev.fuda.kernel.problem.Problem;
import java.io.IOException;
import java.util.Optional;

/**
 * Looks at a caption's file before the caption is edited: whether it is the file that we know, and what it looks like, so
 * that it looks the same afterwards.
 */
final class CaptionLook {

    private final CaptionFiles files;

    CaptionLook(CaptionFiles files) {
        this.files = files;
    }

    /**
     * The edit, complete with the file's place and style.
     *
     * @throws Problem 409 when another program changed the file, with both texts and the hash of the file
     */
    CaptionEdit edit(ItemState item, Wanted wanted) {
        Optional<StoredCaption> stored = item.caption(wanted.key());
        CaptionState before = stored.map(StoredCaption::state).orElse(null);
        CaptionState subject = wanted.after() == null ? before : wanted.after();
        String path = subject == null ? null : item.pathOf(subject);
        if (path == null) {
            boolean plain = wanted.after() == null || wanted.restoring();
            return new CaptionEdit(
                    before, plain ? wanted.after() : wanted.after().edited(null, null), null);
        }
        Snapshot found = read(item, path);
        CaptionBytes decoded = found == null ? null : CaptionBytes.decode(found.bytes());
        boolean known = found == null || isKnown(stored.orElse(null), found);
        boolean replacing = found != null && found.hash().equals(wanted.seenHash());
        if (decoded != null && !decoded.keepsBytes()) {
            throw Problem.conflict(
                    "caption-is-binary",
                    path + " holds binary data, which could not be brought back. Move it away, then try again.");
        }
        if (found != null && !replacing && (!known || !decoded.readable() && !wanted.restoring())) {
            throw conflict(path, before, found, decoded);
        }
        CaptionState was = before == null || decoded == null ? before : before.withStyle(styleOf(decoded, before));
        if (wanted.after() == null) {
            return new CaptionEdit(was, null, null);
        }
        FileStyle style = writable(styleOf(decoded, wanted.after()));
        CaptionState after = !wanted.restoring()
                ? wanted.after().edited(path, style)
                : wanted.after().style() == null ? wanted.after().withStyle(style) : wanted.after();
        boolean recorded = found == null
                || stored.isPresent() && found.hash().equals(stored.get().baseHash());
        // Our own text that a crash left unrecorded is what the next text replaces; alone it is no reason to write.
        boolean asItIs = recorded || known && after.saysTheSameAs(before);
        return new CaptionEdit(was, after, asItIs ? null : found.hash());
    }

    private Snapshot read(ItemState item, String path) {
        try {
            return files.read(item.root(), path).orElse(null);
        } catch (IOException | SecurityException e) {
            throw Problem.conflict(
                    "caption-file-unreadable",
                    "The caption file " + path + " cannot be read, so it cannot be changed safely: " + e.getMessage());
        }
    }

    private static boolean isKnown(StoredCaption stored, Snapshot found) {
        if (stored == null) {
            return false;
        }
        if (found.hash().equals(stored.baseHash())) {
            return true;
        }
        // Our own text, written between reading the row and looking at the file.
        FileStyle style = stored.state().style();
        return stored.dirty()
                && style != null
                && CaptionBytes.sha256(style.encode(stored.state().content())).equals(found.hash());
    }

    /** How the file looks now; where there is none, how it looked last. */
    private static FileStyle styleOf(CaptionBytes decoded, CaptionState state) {
        FileStyle last = state.style() == null ? FileStyle.DEFAULT : state.style();
        if (decoded == null) {
            return last;
        }
        TagStyle tags = state.captionType().equals("tags")
                ? TagText.parse(decoded.text(), last.tags()).style()
                : last.tags();
        return new FileStyle(decoded.encoding(), decoded.bom(), tags);
    }

    /** Text that replaces what was no text is written as UTF-8. */
    private static FileStyle writable(FileStyle style) {
        return style.encoding() == Encoding.UNREADABLE ? new FileStyle(Encoding.UTF_8, false, style.tags()) : style;
    }

    private static Problem conflict(String path, CaptionState before, Snapshot found, CaptionBytes decoded) {
        Problem problem = decoded.readable()
                ? Problem.conflict(
                        "caption-changed-on-disk",
                        "Another program changed " + path
                                + " since Fuda read it. Scan the dataset to take that text, or "
                                + "send its disk_hash to replace it.")
                : Problem.conflict(
                        "caption-not-utf8",
                        path
                                + " is no UTF-8 text, so it is not changed in place. Send its disk_hash to replace it as a whole.");
        return problem.with("path", path)
                .with("disk_hash", found.hash())
                .with("disk_content", decoded.text())
                .with("content", before == null ? null : before.content());
    }
}
