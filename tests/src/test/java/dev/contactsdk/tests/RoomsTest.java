package dev.contactsdk.tests;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package may use which. */
class RoomsTest {
  private static final JavaClasses SDK =
      classesIn("dev.contactsdk.core", "dev.contactsdk.kore", "dev.contactsdk.truedy");
  private static final JavaClasses TRANSFER = classesIn("dev.contactsdk.transfer");
  private static final JavaClasses SANDBOX = classesIn("dev.contactsdk.sandbox");
  private static final String[] SANDBOX_MACHINERY = {
    "dev.contactsdk.sandbox.engine", "dev.contactsdk.sandbox.kore", "dev.contactsdk.sandbox.truedy"
  };

  private static final DescribedPredicate<JavaClass> MACHINERY =
      DescribedPredicate.describe(
          "machinery", type -> isInternal(type) || isOfOkHttp(type.getPackageName()));

  private static JavaClasses classesIn(String... packages) {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages(packages);
  }

  private static boolean isInternal(JavaClass type) {
    return type.getPackageName().contains(".internal.")
        || List.of(SANDBOX_MACHINERY).contains(type.getPackageName());
  }

  private static boolean isOfOkHttp(String packageName) {
    return packageName.startsWith("okhttp3") || packageName.startsWith("okio");
  }

  static Stream<JavaClasses> rooms() {
    return Stream.of(SDK, TRANSFER, SANDBOX);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void noPackagesDependOnEachOtherInACircle(JavaClasses rooms) {
    slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass type) {
                String name = type.getPackageName();
                return name.startsWith("dev.contactsdk.")
                    ? SliceIdentifier.of(name)
                    : SliceIdentifier.ignore();
              }

              @Override
              public String getDescription() {
                return "each package";
              }
            })
        .should()
        .beFreeOfCycles()
        .check(rooms);
  }

  @Test
  void vendorsUseNoMachineryOfTheCore() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.contactsdk.kore..", "dev.contactsdk.truedy..")
        .should()
        .dependOnClassesThat(are(MACHINERY))
        .check(SDK);
  }

  @Test
  void onlyTheTransportUsesOkHttpAndTheBuilderTakesAClient() {
    Set<String> users =
        SDK.stream()
            .filter(type -> !type.getPackageName().equals("dev.contactsdk.core.internal.okhttp"))
            .filter(
                type ->
                    type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(used -> isOfOkHttp(used.getTargetClass().getPackageName())))
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toSet());
    assertThat(users).containsExactly("ClientBuilder");
  }

  @Test
  void theSandboxReadsAndWritesWithoutTheClientsCode() {
    noClasses()
        .that()
        .resideInAnyPackage(SANDBOX_MACHINERY)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.contactsdk.core..",
            "dev.contactsdk.kore..",
            "dev.contactsdk.truedy..",
            "tools.jackson..",
            "io.jsonwebtoken..")
        .check(SANDBOX);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void whatApplicationsSeeShowsNoMachinery(JavaClasses rooms) {
    classes()
        .that()
        .arePublic()
        .and(DescribedPredicate.describe("are not internal", type -> !isInternal(type)))
        .should(SHOW_NO_MACHINERY)
        .check(rooms);
  }

  private static final ArchCondition<JavaClass> SHOW_NO_MACHINERY =
      new ArchCondition<>("show no machinery") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
          type.getMembers().stream()
              .filter(member -> isSeen(member) && !member.getName().equals("okHttpClient"))
              .filter(member -> shown(member).anyMatch(MACHINERY))
              .forEach(
                  member -> events.add(SimpleConditionEvent.violated(type, member.getFullName())));
        }
      };

  private static boolean isSeen(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static Stream<JavaClass> shown(JavaMember member) {
    Stream<JavaClass> own = member.getAllInvolvedRawTypes().stream();
    return member instanceof JavaCodeUnit code
        ? Stream.concat(own, code.getRawParameterTypes().stream())
        : own;
  }
}
