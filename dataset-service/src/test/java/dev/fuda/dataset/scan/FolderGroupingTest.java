package dev.fuda.dataset.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** File names of one folder become items; a table of folders and what they are. */
class FolderGroupingTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a.png a.txt                                  | a[=a.png] tags/main=a.txt
            a.jpg a_main.txt a_alt.txt                   | a[=a.jpg] tags/alt=a_alt.txt tags/main=a_main.txt
            a.png a.txt a_main.txt                       | a[=a.png] tags/main=a.txt tags/main_2=a_main.txt
            a_source.webp a_target.webp a_instruction.txt| a[source=a_source.webp,*target=a_target.webp] instruction/instruction=a_instruction.txt
            a_cref.png a_source.png a_target.png a_mask.png | a[cref=a_cref.png,mask=a_mask.png,source=a_source.png,*target=a_target.png]
            a_source.png a_mask.png                      | a[mask=a_mask.png,*source=a_source.png]
            a.png a_mask.png                             | a[*=a.png,mask=a_mask.png]
            gas_mask.png gas_mask.txt                    | gas[mask=gas_mask.png] tags/main=gas_mask.txt
            a_source.png a_target.png a_source.txt a_target.txt | a[source=a_source.png,*target=a_target.png] tags/source=a_source.txt tags/main=a_target.txt
            a_target.png a_target_instruction.txt        | a[target=a_target.png] instruction/instruction=a_target_instruction.txt
            A_SOURCE.PNG A_Target.png                    | A[source=A_SOURCE.PNG,*target=A_Target.png]
            a.png a_description.txt                      | a[=a.png] description/description=a_description.txt
            a.png a_caption.txt a.caption                | a[=a.png] natural_language/caption=a.caption natural_language/caption_2=a_caption.txt
            a.png a_tags.txt                             | a[=a.png] tags/tags=a_tags.txt
            a.png b.png b.txt                            | a[=a.png]; b[=b.png] tags/main=b.txt
            long_hair_girl.png long_hair_girl.txt        | long_hair_girl[=long_hair_girl.png] tags/main=long_hair_girl.txt
            _source.png                                  | _source[=_source.png]
            20251026_01k8e370_source.webp                | 20251026_01k8e370[source=20251026_01k8e370_source.webp]
            """)
    void groups(String files, String expected) {
        assertThat(describe(group(files, SuffixRules.with(List.of(), List.of()), false)))
                .isEqualTo(expected);
    }

    @Test
    void twoImagesOfOneNameAreTwoItemsThatShareTheirCaption() {
        FolderGrouping.Result result = group("a.jpg a.png a.txt", SuffixRules.with(List.of(), List.of()), false);

        assertThat(describe(result)).isEqualTo("a[=a.jpg] tags/main=a.txt; a.png/[=a.png] tags/main=a.txt");
        assertThat(result.problems())
                .extracting(FileProblem::reason)
                .containsExactly(FileProblem.Reason.CAPTION_SHARED);
    }

    @Test
    void reportsCaptionsWithoutAnImage() {
        FolderGrouping.Result result = group("a.png readme.txt", SuffixRules.with(List.of(), List.of()), false);

        assertThat(result.problems()).extracting(FileProblem::relativePath).containsExactly("sub/readme.txt");
    }

    @Test
    void aPersonsOwnSuffixesCount() {
        SuffixRules rules = SuffixRules.with(List.of("depth", "color_ref"), List.of("short"));

        assertThat(describe(group("a.png a_depth.png a_color_ref.png a_short.txt", rules, false)))
                .isEqualTo("a[*=a.png,color_ref=a_color_ref.png,depth=a_depth.png] tags/short=a_short.txt");
    }

    @Test
    void everyImageStandsAloneInASingleDataset() {
        SuffixRules rules = SuffixRules.with(List.of(), List.of()).withoutImageSuffixes();

        assertThat(describe(group("a_source.png a_target.png a_target.txt", rules, false)))
                .isEqualTo("a_source[=a_source.png]; a_target[=a_target.png] tags/main=a_target.txt");
    }

    @Test
    void imagesWithoutAPartnerAreNotedWherePairsAreWanted() {
        FolderGrouping.Result result =
                group("a_source.png a_target.png b_source.png", SuffixRules.with(List.of(), List.of()), true);

        assertThat(result.problems())
                .extracting(FileProblem::relativePath, FileProblem::reason)
                .containsExactly(tuple("sub/b_source.png", FileProblem.Reason.INCOMPLETE_PAIR));
    }

    private static FolderGrouping.Result group(String files, SuffixRules rules, boolean pairs) {
        List<FoundFile> all = Arrays.stream(files.strip().split(" +"))
                .sorted()
                .map(name -> new FoundFile(Path.of("/x/sub", name), name, 1, 1))
                .toList();
        FoundFolder folder = new FoundFolder(
                Path.of("/x/sub"),
                "sub",
                all.stream().filter(f -> FolderWalk.isImageName(f.name())).toList(),
                all.stream().filter(f -> !FolderWalk.isImageName(f.name())).toList(),
                List.of());
        return FolderGrouping.group(folder, new ScanSettings(rules, pairs, 9, false));
    }

    /** {@code key[suffix=image,*primary=image] type/subtype=caption; …}; a lone image needs no star. */
    private static String describe(FolderGrouping.Result result) {
        return result.items().stream().map(FolderGroupingTest::describe).collect(Collectors.joining("; "));
    }

    private static String describe(FoundItem item) {
        String images = item.images().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(image -> (item.images().size() > 1 && image.getKey().equals(item.primary()) ? "*" : "")
                        + image.getKey() + "=" + image.getValue().name())
                .collect(Collectors.joining(","));
        String captions = item.captions().entrySet().stream()
                .map(caption -> " " + caption.getKey().type() + "/"
                        + caption.getKey().subtype() + "=" + caption.getValue().name())
                .collect(Collectors.joining());
        return item.groupKey().substring("sub/".length()) + "[" + images + "]" + captions;
    }
}
