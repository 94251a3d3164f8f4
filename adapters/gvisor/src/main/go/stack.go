package main

import (
	"fmt"
	"math/rand"
	"net"
	"strconv"
	"strings"
	"sync"
	"time"

	"gvisor.dev/gvisor/pkg/bufferv2"
	"gvisor.dev/gvisor/pkg/tcpip"
	"gvisor.dev/gvisor/pkg/tcpip/header"
	"gvisor.dev/gvisor/pkg/tcpip/link/channel"
	"gvisor.dev/gvisor/pkg/tcpip/link/loopback"
	"gvisor.dev/gvisor/pkg/tcpip/network/ipv4"
	"gvisor.dev/gvisor/pkg/tcpip/network/ipv6"
	"gvisor.dev/gvisor/pkg/tcpip/stack"
	"gvisor.dev/gvisor/pkg/tcpip/transport/tcp"
)

const (
	wire     = tcpip.NICID(1)
	itself   = tcpip.NICID(2)
	mtu      = 1500
	queued   = 4096
	prefix4  = 24
	prefix6  = 64
	hopLimit = 64
)

// tested is one netstack with a clock of its own, configured as runsc configures the one of a sandbox.
type tested struct {
	stack   *stack.Stack
	link    *channel.Endpoint
	clock   *clock
	sockets map[int]*socket
	last    int
	// second is the address of each protocol that no route chooses.
	second map[tcpip.NetworkProtocolNumber]tcpip.Address
	mu     sync.Mutex
	// news are the sockets that something has happened to, in the order in which it did.
	news []int
}

// seeded is a source of random numbers that is safe for many goroutines, as the stack wants it, and in any case the same
// for the same seed.
type seeded struct {
	mu     sync.Mutex
	source rand.Source
}

func (s *seeded) Int63() int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.source.Int63()
}

func (s *seeded) Seed(seed int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.source.Seed(seed)
}

// open starts a stack with two addresses, of which its routes choose the first.
func open(seed int64, addresses []string, settings map[string]string) (*tested, error) {
	c := newClock()
	s := stack.New(stack.Options{
		NetworkProtocols:   []stack.NetworkProtocolFactory{ipv4.NewProtocol, ipv6.NewProtocol},
		TransportProtocols: []stack.TransportProtocolFactory{tcp.NewProtocol},
		HandleLocal:        true,
		Clock:              c,
		RandSource:         &seeded{source: rand.NewSource(seed)},
		SecureRNG:          rand.New(&seeded{source: rand.NewSource(seed + 1)}),
	})
	t := &tested{stack: s, link: channel.New(queued, mtu, ""), clock: c, sockets: map[int]*socket{}}
	t.second = map[tcpip.NetworkProtocolNumber]tcpip.Address{protocol(octets(addresses[1])): octets(addresses[1])}
	for _, step := range []func() error{
		func() error { return failed("CreateNIC", s.CreateNIC(wire, t.link)) },
		func() error { return failed("CreateNIC", s.CreateNIC(itself, loopback.New())) },
		func() error { return t.address(wire, addresses...) },
		func() error { return t.address(itself, "127.0.0.1", "::1") },
		t.asRunsc,
		func() error { return t.set(settings) },
	} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	s.SetRouteTable([]tcpip.Route{
		{Destination: header.IPv4LoopbackSubnet, NIC: itself},
		{Destination: header.IPv6Loopback.WithPrefix().Subnet(), NIC: itself},
		{Destination: header.IPv4EmptySubnet, NIC: wire},
		{Destination: header.IPv6EmptySubnet, NIC: wire},
	})
	return t, nil
}

func failed(what string, err tcpip.Error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %s", what, err)
}

// octets is the address in the form that the stack uses; nothing for the unspecified one.
func octets(words string) tcpip.Address {
	ip := net.ParseIP(words)
	if ip == nil || ip.IsUnspecified() {
		return ""
	}
	if four := ip.To4(); four != nil {
		return tcpip.Address(four)
	}
	return tcpip.Address(ip)
}

func protocol(a tcpip.Address) tcpip.NetworkProtocolNumber {
	if len(a) == header.IPv4AddressSize {
		return ipv4.ProtocolNumber
	}
	return ipv6.ProtocolNumber
}

func (t *tested) address(nic tcpip.NICID, words ...string) error {
	for _, word := range words {
		a := octets(word)
		prefix := prefix4
		if protocol(a) == ipv6.ProtocolNumber {
			prefix = prefix6
		}
		own := tcpip.ProtocolAddress{
			Protocol:          protocol(a),
			AddressWithPrefix: tcpip.AddressWithPrefix{Address: a, PrefixLen: prefix},
		}
		if err := failed("AddProtocolAddress", t.stack.AddProtocolAddress(nic, own, stack.AddressProperties{})); err != nil {
			return err
		}
	}
	return nil
}

// asRunsc is what newEmptySandboxNetworkStack of runsc/boot/loader.go changes from the defaults.
func (t *tested) asRunsc() error {
	sack, moderate, ttl := tcpip.TCPSACKEnabled(true), tcpip.TCPModerateReceiveBufferOption(true), tcpip.DefaultTTLOption(hopLimit)
	for _, err := range []tcpip.Error{
		t.stack.SetTransportProtocolOption(tcp.ProtocolNumber, &sack),
		t.stack.SetTransportProtocolOption(tcp.ProtocolNumber, &moderate),
		t.stack.SetNetworkProtocolOption(ipv4.ProtocolNumber, &ttl),
		t.stack.SetNetworkProtocolOption(ipv6.ProtocolNumber, &ttl),
	} {
		if err != nil {
			return failed("an option of runsc", err)
		}
	}
	return nil
}

// set changes what reaches beyond one connection. The names are those of the options in package tcpip.
func (t *tested) set(settings map[string]string) error {
	for name, value := range settings {
		option, err := transportOption(name, value)
		if err != nil {
			return err
		}
		if option != nil {
			err = failed(name, t.stack.SetTransportProtocolOption(tcp.ProtocolNumber, option))
		} else if name == "PortRange" {
			err = t.portRange(value)
		} else {
			err = fmt.Errorf("there is no setting %s", name)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func transportOption(name, value string) (tcpip.SettableTransportProtocolOption, error) {
	switch name {
	case "TCPSACKEnabled":
		v := tcpip.TCPSACKEnabled(value == "on")
		return &v, nil
	case "TCPAlwaysUseSynCookies":
		v := tcpip.TCPAlwaysUseSynCookies(value == "on")
		return &v, nil
	case "TCPTimeWaitReuseOption":
		v := map[string]tcpip.TCPTimeWaitReuseOption{
			"off":           tcpip.TCPTimeWaitReuseDisabled,
			"on":            tcpip.TCPTimeWaitReuseGlobal,
			"loopback-only": tcpip.TCPTimeWaitReuseLoopbackOnly,
		}[value]
		return &v, nil
	case "TCPLingerTimeoutOption":
		d, err := time.ParseDuration(value)
		v := tcpip.TCPLingerTimeoutOption(d)
		return &v, err
	case "TCPSynRetriesOption":
		n, err := strconv.ParseUint(value, 10, 8)
		v := tcpip.TCPSynRetriesOption(n)
		return &v, err
	case "TCPMaxRetriesOption":
		n, err := strconv.ParseUint(value, 10, 32)
		v := tcpip.TCPMaxRetriesOption(n)
		return &v, err
	}
	return nil, nil
}

func (t *tested) portRange(value string) error {
	var first, last uint16
	if _, err := fmt.Sscanf(value, "%d-%d", &first, &last); err != nil {
		return fmt.Errorf("PortRange: %q is no range of ports", value)
	}
	return failed("PortRange", t.stack.SetPortRange(first, last))
}

// settle returns when nothing is left to be done at this time: Pause waits until the goroutine that handles segments has
// handled them all, and there is but one (see GOMAXPROCS in main.go).
func (t *tested) settle() {
	for again := true; again; {
		t.stack.Pause()
		t.stack.Resume()
		again = t.clock.runNext(t.clock.nanos())
	}
}

// passTo lets time pass, and whatever is due by then happen.
func (t *tested) passTo(now int64) {
	for t.clock.runNext(now) {
		t.settle()
	}
	t.clock.passTo(now)
}

func (t *tested) arrive(packet []byte) {
	number := tcpip.NetworkProtocolNumber(ipv4.ProtocolNumber)
	if len(packet) > 0 && packet[0]>>4 == header.IPv6Version {
		number = ipv6.ProtocolNumber
	}
	p := stack.NewPacketBuffer(stack.PacketBufferOptions{Payload: bufferv2.MakeWithData(packet)})
	t.link.InjectInbound(number, p)
	p.DecRef()
	t.settle()
}

// leaving is the next packet that the stack sent, or nil.
func (t *tested) leaving() []byte {
	p := t.link.Read()
	if p.IsNil() {
		return nil
	}
	defer p.DecRef()
	return p.ToView().AsSlice()
}

// state is that of the connection's TCB if there is one, else LISTEN if a listener would take its SYN, else CLOSE.
func (t *tested) state(id stack.TransportEndpointID) tcp.EndpointState {
	for _, nic := range []tcpip.NICID{wire, itself} {
		if ep := t.stack.FindTransportEndpoint(protocol(id.LocalAddress), tcp.ProtocolNumber, id, nic); ep != nil {
			return tcp.EndpointState(ep.(tcpip.Endpoint).State())
		}
	}
	return tcp.StateClose
}

func (t *tested) close() {
	t.stack.Close()
	t.link.Close()
}

// words splits lines of "name value" into the values of each name.
func words(lines string) (addresses []string, settings map[string]string) {
	settings = map[string]string{}
	for _, line := range strings.Split(lines, "\n") {
		name, value, _ := strings.Cut(line, " ")
		switch {
		case name == "address":
			addresses = append(addresses, value)
		case name != "":
			settings[name] = value
		}
	}
	return addresses, settings
}
