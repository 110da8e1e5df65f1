package io.passim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import io.smallrye.config.common.utils.StringUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be set is in the README. */
class DocumentedSettingsTest {
  /** A key, or {@code .end} of one that differs from the key before it in its last part. */
  private static final Pattern NAMED = Pattern.compile("`(passim)?(\\.[a-z0-9.-]+)`");

  @Test
  void everySettingIsDocumented() throws IOException {
    List<String> settings =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.passim")
                .stream()
                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .flatMap(DocumentedSettingsTest::keys)
                .sorted()
                .toList();
    assertTrue(settings.contains("passim.ingest.watch"), settings::toString);
    Set<String> documented = documented(Files.readString(Path.of("README.md")));
    assertEquals(List.of(), settings.stream().filter(key -> !documented.contains(key)).toList());
  }

  private static Stream<String> keys(JavaClass mapping) {
    String prefix = mapping.getAnnotationOfType(ConfigMapping.class).prefix();
    return mapping.getMethods().stream()
        .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
        .map(method ->
            method.isAnnotatedWith(WithParentName.class)
                ? prefix
                : prefix + "." + StringUtil.skewer(method.getName()));
  }

  private static Set<String> documented(String text) {
    Set<String> keys = new TreeSet<>();
    String parent = "";
    Matcher named = NAMED.matcher(text);
    while (named.find()) {
      String end = named.group(2);
      String key = named.group(1) == null ? parent + end : named.group(1) + end;
      if (named.group(1) != null) {
        parent = key.substring(0, key.lastIndexOf('.'));
      }
      keys.add(key);
    }
    return keys;
  }
}
