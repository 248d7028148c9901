package dev.fuda.dataset.operation;

import dev.fuda.dataset.TestDatabase;
import dev.fuda.dataset.caption.Editing;
import java.nio.file.Path;

/** A process that changes all items again and again until it is killed. Arguments: uri, user, password, folder, round. */
final class EditUntilKilled {

    private EditUntilKilled() {}

    public static void main(String[] args) {
        TestDatabase database = new TestDatabase(new TestDatabase.Address(args[0], args[1], args[2]));
        // The reactive machinery is set up by one thread, before the editor's own ones use it.
        database.run("select 1");
        Editing editing = new Editing(database, Path.of(args[3]));
        System.out.println("ready");
        for (int i = 0; ; i++) {
            editing.addToAll("round " + args[4] + " edit " + i);
        }
    }
}
