// swift-tools-version: 6.2
import PackageDescription

/// The settings of every target: Swift 6 mode, explicit existentials and imports, strict memory safety, no warnings.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// docs/architecture.md explains the dependencies between the modules. A test compares its table with the imports.
let package = Package(
  name: "dossier",
  products: [
    .executable(name: "dossier", targets: ["dossier"]),
    // The modules that the fuzzer imports. The fuzzer is a package of its own in Tests/Fuzz.
    .library(
      name: "Modules",
      targets: [
        "DossierAnalysis", "DossierArchive", "DossierBuild", "DossierLedger", "DossierMarkup", "DossierRecords", "DossierSite",
        "DossierText",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // libcmark-gfm with a memory limit. The archives are linked statically, so that the binary needs no Debian library.
    .target(
      name: "CMarkGFM",
      cSettings: [.unsafeFlags(["-O2"])],
      linkerSettings: [.linkedLibrary(":libcmark-gfm-extensions.a"), .linkedLibrary(":libcmark-gfm.a")]),
    .target(name: "CFileSystem"),
    // Deflate, inflate and CRC-32 of zlib, also linked statically.
    .target(
      name: "CZlib",
      cSettings: [.unsafeFlags(["-O2"])],
      linkerSettings: [.linkedLibrary(":libz.a")]),
    .target(
      name: "DossierText",
      dependencies: [.product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: settings),
    .target(name: "DossierArchive", dependencies: ["CZlib", "DossierText"], swiftSettings: settings),
    .target(name: "DossierLedger", dependencies: ["DossierText"], swiftSettings: settings),
    .target(
      name: "DossierMarkup",
      dependencies: ["CMarkGFM", "DossierText", "Yams"],
      swiftSettings: settings),
    .target(
      name: "DossierRecords",
      dependencies: ["DossierMarkup", "DossierText"],
      exclude: ["Catalogues/Data"],
      swiftSettings: settings,
      plugins: ["EmbedFiles"]),
    .target(
      name: "DossierAssessment",
      dependencies: ["DossierRecords", "DossierText"],
      swiftSettings: settings),
    .target(
      name: "DossierRules",
      dependencies: ["DossierAssessment", "DossierMarkup", "DossierRecords", "DossierText"],
      swiftSettings: settings),
    // The whole analysis of sources in memory. Every command and every test uses it.
    .target(
      name: "DossierAnalysis",
      dependencies: ["DossierAssessment", "DossierMarkup", "DossierRecords", "DossierRules", "DossierText"],
      swiftSettings: settings),
    .target(
      name: "DossierComparison",
      dependencies: ["DossierAssessment", "DossierMarkup", "DossierRecords", "DossierText"],
      swiftSettings: settings),
    .target(
      name: "DossierSite",
      dependencies: ["DossierAssessment", "DossierComparison", "DossierMarkup", "DossierRecords", "DossierText"],
      swiftSettings: settings,
      plugins: ["EmbedFiles"]),
    .target(
      name: "DossierBuild",
      dependencies: [
        "CFileSystem", "DossierAnalysis", "DossierArchive", "DossierAssessment", "DossierComparison", "DossierLedger",
        "DossierMarkup", "DossierRecords", "DossierRules", "DossierSite", "DossierText",
      ],
      exclude: ["Starter/Data"],
      swiftSettings: settings,
      plugins: ["EmbedFiles"]),
    .executableTarget(
      name: "dossier",
      dependencies: [
        "DossierAnalysis", "DossierAssessment", "DossierBuild", "DossierComparison", "DossierLedger", "DossierMarkup",
        "DossierRecords", "DossierRules", "DossierSite", "DossierText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    // Writes the generated pages of docs/.
    .executableTarget(
      name: "dossier-docs", dependencies: ["DossierRecords", "DossierRules", "DossierText"], swiftSettings: settings),
    .testTarget(
      name: "DossierSiteTests",
      dependencies: [
        "DossierAnalysis", "DossierAssessment", "DossierMarkup", "DossierRecords", "DossierSite", "DossierTesting", "DossierText",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "DossierComparisonTests",
      dependencies: [
        "DossierAnalysis", "DossierComparison", "DossierMarkup", "DossierRecords", "DossierTesting", "DossierText",
      ],
      swiftSettings: settings),
    // Code that the tests of several modules share. It is not part of the product.
    .target(
      name: "DossierTesting",
      dependencies: ["DossierAnalysis", "DossierMarkup", "DossierRecords", "DossierRules", "DossierText"],
      path: "Tests/DossierTesting",
      exclude: ["hostile-text.json"],
      swiftSettings: settings),
    .testTarget(
      name: "DossierRulesTests",
      dependencies: [
        "DossierAnalysis", "DossierAssessment", "DossierMarkup", "DossierRecords", "DossierRules", "DossierTesting",
        "DossierText",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "DossierAnalysisTests",
      dependencies: ["DossierAnalysis", "DossierRecords", "DossierRules", "DossierTesting", "DossierText"],
      swiftSettings: settings),
    // Turns templates and catalogues into string literals, so that only the user's folder is read at run time.
    .executableTarget(name: "embed-files", swiftSettings: settings),
    .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"]),
    .testTarget(
      name: "DossierTextTests",
      dependencies: ["DossierTesting", "DossierText"],
      exclude: ["Goldens"],
      swiftSettings: settings),
    .testTarget(
      name: "DossierArchiveTests", dependencies: ["DossierArchive", "DossierTesting", "DossierText"], swiftSettings: settings),
    .testTarget(
      name: "DossierLedgerTests", dependencies: ["DossierLedger", "DossierTesting", "DossierText"], swiftSettings: settings),
    .testTarget(
      name: "DossierMarkupTests",
      dependencies: ["DossierMarkup", "DossierTesting", "DossierText"],
      swiftSettings: settings),
    .testTarget(
      name: "DossierRecordsTests",
      dependencies: ["DossierAnalysis", "DossierMarkup", "DossierRecords", "DossierTesting", "DossierText"],
      swiftSettings: settings),
    .testTarget(
      name: "DossierAssessmentTests",
      dependencies: ["DossierAnalysis", "DossierAssessment", "DossierRecords", "DossierTesting", "DossierText"],
      swiftSettings: settings),
    .testTarget(
      name: "DossierBuildTests",
      dependencies: [
        "DossierAnalysis", "DossierBuild", "DossierComparison", "DossierRecords", "DossierRules", "DossierTesting", "DossierText",
      ],
      swiftSettings: settings),
    // The targets of the fuzzer, with a small number of inputs.
    .testTarget(
      name: "FuzzTests",
      dependencies: [
        "DossierAnalysis", "DossierArchive", "DossierBuild", "DossierLedger", "DossierMarkup", "DossierRecords", "DossierSite",
        "DossierTesting", "DossierText",
      ],
      path: "Tests/Fuzz",
      exclude: ["CLibFuzzer", "Corpus", "Main", "Package.swift", "run"],
      sources: ["Suite", "Targets"],
      swiftSettings: settings),
    .testTarget(name: "ArchitectureTests", exclude: ["idiom-patterns.txt"], swiftSettings: settings),
  ]
)
