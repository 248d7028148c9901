package dev.fuda.dataset.scan;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes the plain classes of scanning from the configuration. */
@ApplicationScoped
public class ScanBeans {

    private static final Logger LOG = Logger.getLogger(ScanBeans.class);

    /** Folders that datasets may lie in, see {@link AllowedRoots#parse}. */
    @ConfigProperty(name = "fuda.roots")
    Optional<String> roots;

    /** Fuda's own data folder. */
    @ConfigProperty(name = "fuda.data")
    Path data;

    void warn(@Observes StartupEvent started) {
        String encoding = System.getProperty("sun.jnu.encoding");
        if (!"UTF-8".equalsIgnoreCase(encoding)) {
            LOG.errorf(
                    "File names are read as %s, so names outside of ASCII cannot be opened. Start with LC_ALL=C.UTF-8.",
                    encoding);
        }
    }

    @Produces
    @Singleton
    AllowedRoots allowedRoots() {
        return AllowedRoots.parse(roots.orElse(""), data, Path.of(System.getProperty("user.home")));
    }
}
