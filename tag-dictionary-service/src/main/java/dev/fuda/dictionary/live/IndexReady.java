package dev.fuda.dictionary.live;

import dev.fuda.dictionary.suggest.LiveIndex;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that tags can be found: the index is in memory. */
@Readiness
public class IndexReady implements HealthCheck {

    @Inject
    IndexFeed feed;

    @Override
    public HealthCheckResponse call() {
        LiveIndex index = feed.index();
        return HealthCheckResponse.named("index of tags")
                .status(index.isLoaded())
                .withData("tags", index.size())
                .build();
    }
}
