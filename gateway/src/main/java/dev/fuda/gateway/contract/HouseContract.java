package dev.fuda.gateway.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Turns the gateway's contract into that of the whole house when the gateway is built: reads what the services' builds
 * wrote into {@code openapi/services} and merges it. Runs after the kernel's filter, which the services have passed too.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = 0)
public class HouseContract implements OASFilter {

    private static final String EXTENSION = ".yaml";

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        try {
            ObjectNode own = (ObjectNode) new ObjectMapper()
                    .readTree(builder().withInitialModel(contract).build().toJSON());
            ObjectNode merged = new ContractMerger(serviceContracts(), own).merge();
            OpenAPI house = builder()
                    .withCustomStaticFile(
                            () -> new ByteArrayInputStream(merged.toString().getBytes(StandardCharsets.UTF_8)))
                    .build()
                    .model();
            contract.setInfo(house.getInfo());
            contract.setServers(house.getServers());
            contract.setTags(house.getTags());
            contract.setPaths(house.getPaths());
            contract.setComponents(house.getComponents());
        } catch (IOException e) {
            throw new UncheckedIOException("The contracts of the services can't be read", e);
        }
    }

    private static SmallRyeOpenAPI.Builder builder() {
        return SmallRyeOpenAPI.builder()
                .enableAnnotationScan(false)
                .enableModelReader(false)
                .enableStandardFilter(false)
                .enableStandardStaticFiles(false);
    }

    private static SortedMap<String, ObjectNode> serviceContracts() throws IOException {
        SortedMap<String, ObjectNode> contracts = new TreeMap<>();
        YAMLMapper yaml = new YAMLMapper();
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.filter(f -> f.toString().endsWith(EXTENSION)).toList()) {
                String name = file.getFileName().toString();
                contracts.put(name.substring(0, name.length() - EXTENSION.length()), (ObjectNode)
                        yaml.readTree(file.toFile()));
            }
        }
        return contracts;
    }

    /** {@code openapi/services} of this checkout: the build may start in the root or in the gateway's folder. */
    private static Path folder() throws IOException {
        List<Path> starts = Stream.of("maven.multiModuleProjectDirectory", "fuda.root", "user.dir")
                .map(System::getProperty)
                .flatMap(folder -> Optional.ofNullable(folder).stream())
                .map(Path::of)
                .toList();
        for (Path start : starts) {
            for (Path folder = start.toAbsolutePath(); folder != null; folder = folder.getParent()) {
                Path services = folder.resolve("openapi/services");
                if (Files.isDirectory(services)) {
                    return services;
                }
            }
        }
        throw new IOException("There is no folder openapi/services at or above " + starts);
    }
}
