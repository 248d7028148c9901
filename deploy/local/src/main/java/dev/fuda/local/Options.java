package dev.fuda.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words after {@code ./fuda}.
 *
 * @param port the gateway's port
 * @param words what is no option, for example the name of a service
 */
record Options(String command, Path data, int port, boolean background, List<String> words) {

    /** @param caller the folder the person stands in, from where {@code --data} is meant */
    static Options parse(String[] arguments, Path defaultData, Path caller) {
        String command = arguments.length == 0 ? "help" : arguments[0];
        Path data = defaultData;
        int port = Service.GATEWAY.defaultPort();
        boolean background = false;
        List<String> words = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--data" ->
                    data = caller.resolve(value(arguments, ++i).orElseThrow(() -> missing("--data", "a folder")));
                case "--port" -> port = port(value(arguments, ++i).orElseThrow(() -> missing("--port", "a number")));
                case "--background" -> background = true;
                default -> {
                    if (arguments[i].startsWith("-")) {
                        throw new LocalStackException("There is no option " + arguments[i] + ". See ./fuda help.");
                    }
                    words.add(arguments[i]);
                }
            }
        }
        return new Options(command, data, port, background, words);
    }

    private static Optional<String> value(String[] arguments, int at) {
        return at < arguments.length && !arguments[at].isBlank() ? Optional.of(arguments[at]) : Optional.empty();
    }

    private static LocalStackException missing(String option, String what) {
        return new LocalStackException(option + " needs " + what + " after it. See ./fuda help.");
    }

    private static int port(String text) {
        if (text.matches("\\d{1,5}")) {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65536) {
                return port;
            }
        }
        throw new LocalStackException("--port needs a number from 1 to 65535, and '" + text + "' is none.");
    }
}
