// swift-tools-version: 6.2
import PackageDescription

/// libFuzzer with the targets in `Targets`. `make fuzz` builds and runs this package.
///
/// It is a package of its own, because a program with libFuzzer links only if all modules are compiled with `-sanitize=fuzzer`.
let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "dossier", path: "../..")],
  targets: [
    // Declares the driver of libFuzzer. SwiftPM renames the entry point of a program, so libFuzzer's own `main` cannot be used.
    .target(name: "CLibFuzzer", path: "CLibFuzzer"),
    .executableTarget(
      name: "fuzz",
      dependencies: ["CLibFuzzer", .product(name: "Modules", package: "dossier")],
      path: ".",
      sources: ["Main", "Targets"],
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
      ]),
  ]
)
