package dev.fuda.local;

import java.util.Optional;
import java.util.Properties;

/** What a stack tells other processes of itself: the launcher, the phase, and each part's process id and port. */
record State(Properties properties) {

    enum Phase {
        STARTING,
        READY,
        STOPPED
    }

    static State of(Phase phase, int gatewayPort) {
        Properties properties = new Properties();
        properties.setProperty("phase", phase.name());
        properties.setProperty(
                "launcher.pid", String.valueOf(ProcessHandle.current().pid()));
        properties.setProperty("gateway.port", String.valueOf(gatewayPort));
        return new State(properties);
    }

    State with(String part, long pid, int port) {
        properties.setProperty(part + ".pid", String.valueOf(pid));
        properties.setProperty(part + ".port", String.valueOf(port));
        return this;
    }

    Phase phase() {
        return Phase.valueOf(properties.getProperty("phase", "STOPPED"));
    }

    long launcher() {
        return number("launcher.pid").orElse(0L);
    }

    Optional<Long> pid(String part) {
        return number(part + ".pid");
    }

    Optional<Long> port(String part) {
        return number(part + ".port");
    }

    /** Where people open Fuda. */
    String address() {
        return "http://127.0.0.1:" + properties.getProperty("gateway.port");
    }

    private Optional<Long> number(String key) {
        return Optional.ofNullable(properties.getProperty(key)).map(Long::valueOf);
    }
}
