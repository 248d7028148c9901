package dev.fuda.local;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A whole local Fuda on one data folder: the databases, then the services and the gateway, each told where the others are. */
final class Stack {

    private final DataFolder folder;
    private final Build build;
    private final int gatewayPort;
    private final Map<String, String> environment;
    private final DatabaseServers databases;
    private final Supervisor supervisor;
    private final List<Part> servers;
    private final List<ServicePart> services = new ArrayList<>();
    private final Map<Service, Integer> ports = new EnumMap<>(Service.class);

    /** @param environment the environment of the person, from which {@code FUDA_*} settings are taken */
    Stack(
            DataFolder folder,
            Build build,
            int gatewayPort,
            Map<String, String> environment,
            ServicePart.AotUse aot,
            PrintStream out) {
        this.folder = folder;
        this.build = build;
        this.gatewayPort = gatewayPort;
        this.environment = environment;
        boolean training = aot == ServicePart.AotUse.RECORD;
        this.databases =
                new DatabaseServers(folder, environment, training ? Durability.PROCESS_KILL : Durability.POWER_LOSS);
        this.supervisor = new Supervisor(out);
        this.servers = databases.parts();
        for (Service service : Service.values()) {
            build.runner(service);
            int port = service == Service.GATEWAY
                    ? gatewayPort
                    : Ports.remembered(folder.ports(), service.label(), training ? 0 : service.defaultPort());
            ports.put(service, port);
            services.add(new ServicePart(
                    service, build, port, folder.log(service.label()), () -> environmentOf(service), aot));
        }
    }

    /** Starts everything, the databases first. @throws LocalStackException when a part cannot start */
    void start() {
        folder.write(state(State.Phase.STARTING));
        supervisor.start(servers);
        databases.prepareDatabases();
        supervisor.start(services);
        folder.write(state(State.Phase.READY));
    }

    /** Looks after the parts until {@link #stop()}. */
    void watch() {
        supervisor.watch(() -> folder.write(state(State.Phase.READY)));
    }

    /** Ends everything, the databases last. */
    void stop() {
        supervisor.stop(List.of(services, servers));
        folder.write(state(State.Phase.STOPPED));
    }

    private State state(State.Phase phase) {
        State state = State.of(phase, gatewayPort);
        List<Part> all = new ArrayList<>(servers);
        all.addAll(services);
        all.forEach(part -> part.pid().ifPresent(pid -> state.with(part.name(), pid, part.port())));
        return state;
    }

    private Map<String, String> environmentOf(Service service) {
        Map<String, String> result = new TreeMap<>(databases.environmentOf(service));
        result.put("FUDA_HTTP_PORT", String.valueOf(ports.get(service)));
        result.put("FUDA_SERVICE_TOKEN", folder.secrets().get("service-token"));
        result.put("FUDA_DATA", folder.path().toString());
        result.put("FUDA_ROOTS", environment.getOrDefault("FUDA_ROOTS", defaultRoots()));
        ports.forEach((other, port) -> result.put("FUDA_" + other.name() + "_URL", "http://127.0.0.1:" + port));
        // Many small arenas of the C library would cost each JVM some ten megabytes.
        result.put("MALLOC_ARENA_MAX", "2");
        return result;
    }

    /** The person's home folder, and the sample pictures that the demo draws. */
    private String defaultRoots() {
        String home = environment.getOrDefault("HOME", "");
        Path person = Path.of(home.isBlank() ? System.getProperty("user.home") : home);
        Path samples = build.root().resolve(".fuda");
        return Files.isDirectory(samples) && !samples.startsWith(person) ? person + ":" + samples : person.toString();
    }
}
