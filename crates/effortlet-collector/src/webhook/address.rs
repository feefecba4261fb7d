//! Which addresses are anybody's on the internet, and which only somebody's inside. Never resolves a name.

use ipnet::{IpNet, Ipv4Net, Ipv6Net};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// What is no public host of IPv4: the special-purpose registry of IANA (RFC 6890), multicast and
/// what is reserved, and the one metadata server that has a public address (Azure's).
const INSIDE: [(Ipv4Addr, u8); 17] = [
    (Ipv4Addr::new(0, 0, 0, 0), 8),
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    // Carrier-grade NAT, and Alibaba's metadata server.
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    // Link-local, and nearly everybody's metadata server.
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(192, 31, 196, 0), 24),
    (Ipv4Addr::new(192, 52, 193, 0), 24),
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    (Ipv4Addr::new(224, 0, 0, 0), 3),
    (Ipv4Addr::new(168, 63, 129, 16), 32),
];

/// All public hosts of IPv6 are in here (RFC 4291, 2.4), so that unique-local, link-local and
/// multicast addresses are not.
const UNICAST: (Ipv6Addr, u8) = (Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);

/// But for protocols (Teredo among them), documentation, and 6to4, which leads to any IPv4 address.
const INSIDE_6: [(Ipv6Addr, u8); 4] = [
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    (Ipv6Addr::new(0x2001, 0x0db8, 0, 0, 0, 0, 0, 0), 32),
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
];

/// IPv4 behind a translator (RFC 6052).
const TRANSLATED: (Ipv6Addr, u8) = (Ipv6Addr::new(0x0064, 0xff9b, 0, 0, 0, 0, 0, 0), 96);

/// Whether an address is a public host's.
pub(super) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => !INSIDE.iter().any(|(net, bits)| is_in_4(address, *net, *bits)),
        IpAddr::V6(address) => match within(address) {
            Some(inner) => is_public(IpAddr::V4(inner)),
            None => is_in_6(address, UNICAST) && !INSIDE_6.iter().any(|net| is_in_6(address, *net)),
        },
    }
}

/// The IPv4 address that an IPv6 address stands for.
fn within(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let translated = || is_in_6(address, TRANSLATED).then(|| Ipv4Addr::from_bits(address.to_bits() as u32));
    address.to_ipv4_mapped().or_else(translated)
}

fn is_in_4(address: Ipv4Addr, net: Ipv4Addr, bits: u8) -> bool {
    Ipv4Net::new(net, bits).is_ok_and(|net| IpNet::V4(net).contains(&IpAddr::V4(address)))
}

fn is_in_6(address: Ipv6Addr, (net, bits): (Ipv6Addr, u8)) -> bool {
    Ipv6Net::new(net, bits).is_ok_and(|net| net.contains(&address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_public_hosts_are_public_in_whatever_form_they_are_written() {
        for address in [
            "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.8.9.1", "169.254.169.254", "172.16.0.1",
            "172.31.255.255", "192.0.0.192", "192.168.1.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
            "168.63.129.16", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1",
            "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1",
            "2001:db8::1", "2001::1", "2002:7f00:1::", "3fff::1", "4000::1",
        ] {
            assert!(!is_public(address.parse().unwrap()), "{address}");
        }
        for address in [
            "1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "140.82.121.3", "::ffff:8.8.8.8",
            "64:ff9b::808:808", "2606:4700::1111", "2a00:1450:4001::1",
        ] {
            assert!(is_public(address.parse().unwrap()), "{address}");
        }
    }
}
