//! Receives what visitors answered, stores it and reports the score.
//!
//! Takes only what the core itself could have produced, and says yes only after the commit.
//! Never uses the widget; SQL stays in `store`, and `store` knows nothing of HTTP.

mod clock;
mod catalog;
mod facts;
mod proxy;
mod event;
mod store;
mod error;
mod metrics;
mod access;
mod door;
mod webhook;
mod app;
mod life;
mod selection;
mod asked;
mod description;
mod ingest;
mod definitions;
mod sample;
mod gamma;
mod lost;
mod nonresponse;
mod phrases;
mod language;
mod repair;
mod report;
mod login;
mod export;
mod responses;
mod exports;
mod health;
mod webhooks;
mod weekly;
mod monitoring;
mod cached;
mod widget;
mod published;
mod hosted;
mod publishing;
mod site;
mod router;
mod serving;
mod logging;
pub mod command;

pub use access::{Access, Options as AccessOptions};
pub use app::App;
pub use clock::Clock;
pub use effortlet_columns::Fact;
pub use definitions::{NotRegistered, register};
pub use door::{Allowed, Door, Options as DoorOptions, Origin};
pub use metrics::Metrics;
pub use life::{Masking, Options as LifeOptions, let_go};
pub use logging::{Logging, Options as LoggingOptions, start_logging};
pub use facts::Facts;
pub use proxy::{BasePath, Options as ProxyOptions, Proxies};
pub use published::Published;
pub use router::router;
pub use serving::Farewell;
pub use store::{OpenError, Registered, RegisteredSurvey, Store, Writing};
pub use weekly::Weekly;
pub use webhook::{Options as WebhookOptions, Reach, Sender};
