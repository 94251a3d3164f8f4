package org.tcpspec.reports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of the house: who may know whom. */
@AnalyzeClasses(packages = "org.tcpspec", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    private static final String[] ADAPTERS = {
        "org.tcpspec.model..",
        "org.tcpspec.pcap..",
        "org.tcpspec.netty..",
        "org.tcpspec.linux..",
        "org.tcpspec.lwip..",
        "org.tcpspec.gvisor..",
        "org.tcpspec.uml.."
    };

    @ArchTest
    static final ArchRule THE_SPI_KNOWS_THE_JDK_ONLY = classes()
            .that()
            .resideInAPackage("org.tcpspec.spi..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.tcpspec.spi..", "java..");

    @ArchTest
    static final ArchRule ARROWS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("spi")
            .definedBy("org.tcpspec.spi..")
            .layer("model")
            .definedBy("org.tcpspec.model..")
            .layer("pcap")
            .definedBy("org.tcpspec.pcap..")
            .layer("netty")
            .definedBy("org.tcpspec.netty..")
            .layer("linux")
            .definedBy("org.tcpspec.linux..")
            .layer("lwip")
            .definedBy("org.tcpspec.lwip..")
            .layer("gvisor")
            .definedBy("org.tcpspec.gvisor..")
            .layer("uml")
            .definedBy("org.tcpspec.uml..")
            .layer("steps")
            .definedBy("org.tcpspec.steps..")
            .layer("reports")
            .definedBy("org.tcpspec.reports..")
            .whereLayer("reports")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("steps")
            .mayOnlyBeAccessedByLayers("reports")
            .whereLayer("model")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("pcap")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("netty")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("linux")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("lwip")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("uml")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("gvisor")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule ADAPTERS_DO_NOT_KNOW_CUCUMBER = noClasses()
            .that()
            .resideInAnyPackage(ADAPTERS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.cucumber..", "org.junit..", "io.qameta..");

    @ArchTest
    static final ArchRule CUCUMBER_LIVES_IN_THE_WORDS = noClasses()
            .that()
            .resideInAPackage("org.tcpspec.steps..")
            .and()
            .resideOutsideOfPackage("org.tcpspec.steps.words..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.cucumber..");

    @ArchTest
    static final ArchRule OBSERVATION_KNOWS_THE_SPI_ONLY = classes()
            .that()
            .resideInAPackage("org.tcpspec.steps.observe..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.tcpspec.steps.observe..", "org.tcpspec.spi..", "java..");

    @ArchTest
    static final ArchRule STEPS_KNOW_NO_LIBRARY_OF_AN_ADAPTER_OR_REPORT = noClasses()
            .that()
            .resideInAPackage("org.tcpspec.steps..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty..", "org.pcap4j..", "com.sun.jna..", "io.qameta..");

    @ArchTest
    static final ArchRule REPORTS_KNOW_NO_LIBRARY_OF_AN_ADAPTER = noClasses()
            .that()
            .resideInAPackage("org.tcpspec.reports..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty..", "org.pcap4j..", "com.sun.jna..");

    @ArchTest
    static final ArchRule THE_MODEL_HAS_NO_CLOCK_AND_NO_THREAD = noClasses()
            .that()
            .resideInAPackage("org.tcpspec.model..")
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.util.concurrent");

    @ArchTest
    static final ArchRule YAML_IS_READ_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackage("org.tcpspec.reports.read..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.dataformat.yaml..", "org.yaml..");

    @ArchTest
    static final ArchRule NO_ONE_WAITS_BLINDLY = noClasses().should().callMethod(Thread.class, "sleep", long.class);
}
