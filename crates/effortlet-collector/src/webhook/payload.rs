//! What a delivery tells, in the form of its webhook, and where it leads.

use super::chat;
use crate::catalog::DEFAULT_SITE;
use crate::event::{Event, Form, Kind, Weekly};
use crate::store::{Claimed, Webhook};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use serde_json::json;

/// As much as says what a body is.
#[derive(Deserialize)]
struct Named {
    #[serde(rename = "type")]
    kind: Kind,
}

/// What is posted; `report` is where it leads. `None` where it cannot be read.
pub(super) fn body(form: Form, stored: &str, report: Option<&str>) -> Option<String> {
    let Named { kind } = serde_json::from_str(stored).ok()?;
    if kind == Kind::Digest {
        let mut weekly: Weekly = serde_json::from_str(stored).ok()?;
        if form == Form::Chat {
            let lines = [weekly.data.text].into_iter().chain(report.map(|it| format!("All of it: {it}")));
            return Some(json!({ "text": lines.collect::<Vec<_>>().join("\n") }).to_string());
        }
        weekly.data.report = report.map(str::to_owned);
        return serde_json::to_string(&weekly).ok();
    }
    let mut event: Event = serde_json::from_str(stored).ok()?;
    if form == Form::Chat {
        return Some(chat::body(&event, report));
    }
    event.data.report = report.map(str::to_owned);
    serde_json::to_string(&event).ok()
}

/// Where the figures are that a delivery adds to.
pub(super) fn report(public_url: &str, webhook: &Webhook, delivery: &Claimed) -> String {
    if let Ok(Weekly { data, .. }) = serde_json::from_str(&delivery.body) {
        let [site, survey] = [&data.site, &data.survey].map(|it| utf8_percent_encode(it, NON_ALPHANUMERIC));
        return format!("{public_url}/report/-/digest?site={site}&survey={survey}&week={}", data.week);
    }
    let survey = serde_json::from_str(&delivery.body).map(|it: Event| it.data.survey).unwrap_or_default();
    if webhook.site == DEFAULT_SITE {
        return format!("{public_url}/report/{survey}");
    }
    format!("{public_url}/report/{}/{survey}", webhook.site)
}
