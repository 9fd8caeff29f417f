//! `yangguang`: serves the portal, loads the demo data, judges households from the command line.

use std::process::ExitCode;

use server::config::{Cli, Command};
use server::{command, serve};

fn main() -> ExitCode {
    let cli = match Cli::read() {
        Ok(cli) => cli,
        Err(error) => {
            eprintln!("yangguang: {error:#}");
            return ExitCode::from(2);
        }
    };
    tracing_subscriber::fmt().with_target(false).with_writer(std::io::stderr).init();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        // One worker alone can wait for itself.
        .worker_threads(std::thread::available_parallelism().map_or(2, usize::from).max(2))
        .enable_all()
        .build()
        .expect("the system gives threads");
    match runtime.block_on(run(cli)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("yangguang: {error:#}");
            ExitCode::from(1)
        }
    }
}

async fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    match cli.command {
        Command::Serve { print_config } => serve::serve(&cli.config, print_config).await,
        Command::Demo { today } => command::demo::load(&cli.config, today.as_deref()).await,
        Command::Check { which, why } => command::check::check(&cli.config, &which, why),
        Command::Screen { which, against } => {
            command::screen::screen(&cli.config, &which, against.as_deref())
        }
        Command::Case(case) => command::case::run(&cli.config, case).await,
        Command::Pack(pack) => command::pack::run(&cli.config, pack),
        Command::Import(import) => command::import::run(&cli.config, &import).await,
        Command::Draft(draft) => command::draft::run(&cli.config, draft).await,
        Command::Release(release) => command::release::run(&cli.config, release).await,
    }
}
