package dev.fuda.dataset.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the plain classes of scanning from the configuration. */
@ApplicationScoped
public class ScanBeans {

    /** Folders that datasets may lie in, see {@link AllowedRoots#parse}. */
    @ConfigProperty(name = "fuda.roots")
    Optional<String> roots;

    /** Fuda's own data folder. */
    @ConfigProperty(name = "fuda.data")
    Path data;

    @Produces
    @Singleton
    AllowedRoots allowedRoots() {
        return AllowedRoots.parse(roots.orElse(""), data, Path.of(System.getProperty("user.home")));
    }
}
